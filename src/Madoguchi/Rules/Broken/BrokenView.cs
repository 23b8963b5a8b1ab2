using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Madoguchi.Cases;
using Madoguchi.ProductLog;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Broken;

/// <param name="Key">Whose: what stands in the field by which the rule tells customers apart.</param>
/// <param name="Since">When it broke, by the product's clock.</param>
/// <param name="Event">The sender's id of the event that it hangs on.</param>
/// <param name="EventId">Ours.</param>
/// <param name="Telling">Somebody is telling them just now.</param>
/// <param name="CustomerNumber">Missing where nobody is known, or not to you.</param>
/// <param name="Proven">Known by a tied key or an address that answered, not only by what the customer told.</param>
/// <param name="CaseId">Where they were told, or wrote about it.</param>
public sealed record BrokenView(
    string Key, DateTimeOffset Since, string Event, string Source, Id<ProductEvent> EventId, DateTimeOffset Time, bool Told, DateTimeOffset? ToldAt, bool? Telling, string? CustomerNumber, string? Name, bool? Proven, Id<Case>? CaseId)
{
    public static BrokenView Of(RuleBreak one, bool waits, HitCustomer? who, Id<Case>? caseId) => new(
        one.Key, one.Since, one.Event, one.Source, one.EventId, one.EventTime, one.ToldAt is not null, one.ToldAt, waits ? true : null, who is null ? null : Customers.CustomerNumber.Parse(who.Number).Printed, who?.Name, who?.IsProven, caseId);
}

/// <param name="Count">How many there are in all.</param>
/// <param name="Next">The cursor of the next page: there are more.</param>
public sealed record BrokenList(IReadOnlyList<BrokenView> Broken, int Count, string? Next);

/// <summary>Where a page of the list ended.</summary>
public sealed record BrokenCursor(DateTimeOffset Since, Id<RuleBreak> Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Moment.ToUnixMicroseconds(Since)} {Id}")));

    public static BrokenCursor? Read(string text) =>
        Base64Url.IsValid(text) && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is [var micros, var id]
        && long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 1L << 56 && Id<RuleBreak>.TryParse(id, null, out var last) ? new(Moment.FromUnixMicroseconds(at), last) : null;
}
