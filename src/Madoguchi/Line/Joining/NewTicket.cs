using Madoguchi.Cases;
using Madoguchi.Customers.Phones;
using Madoguchi.Shared;

namespace Madoguchi.Line.Joining;

/// <param name="Phone">Needed for a call back.</param>
/// <param name="NotBefore">The beginning of a time that the customer has chosen instead of waiting.</param>
/// <param name="NotAfter">Its end.</param>
public sealed record NewTicket(Id<Case> CaseId, Through By, string? Phone = null, DateTimeOffset? NotBefore = null, DateTimeOffset? NotAfter = null) : IChecked
{
    /// <summary>The number as it is dialled and kept.</summary>
    internal string? Number => Phone is null || PhoneNumber.Read(Phone).Refused(out _, out var number) ? null : number.E164;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Phone is { } phone && PhoneNumber.ToCall(phone).Refused(out var why, out _) ? [("/phone", PhoneWords.Why(why))] : Array.Empty<(string, string)>(),
        .. By is Through.Call && Phone is null ? [("/phone", "To be called back, a telephone number is needed.")] : Array.Empty<(string, string)>(),
        .. NotAfter <= NotBefore ? [("/notAfter", "It must be after notBefore.")] : Array.Empty<(string, string)>(),
    ];
}
