using System.Text.Json.Serialization;
using Madoguchi.Cases;
using Madoguchi.Customers.Phones;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Calls.ComingIn;

/// <summary>What became of a call so far. Reports may come in any order: what ended stays ended, and answered goes before missed.</summary>
public enum CallState { Ringing, Missed, Answered }

/// <summary>What a telephone system tells of a call.</summary>
/// <param name="From">Who calls, in any form; left out, empty or "anonymous" when the number is withheld.</param>
/// <param name="Desk">The slug of the desk that was called.</param>
/// <param name="At">When it happened.</param>
/// <param name="AnsweredBy">The agent who answered, by id or mail address: the sheet for writing it down opens on their page. Nobody of ours: as if it were left out.</param>
public sealed record CallReport(string Desk, DateTimeOffset At, CallState State, string? From = null, string? AnsweredBy = null) : IChecked
{
    private const int LongestNumber = 60;
    private static readonly HashSet<string> NoNumber = ["anonymous", "withheld", "restricted", "private", "unknown", "unavailable", "非通知", "公衆電話", "表示圏外", "通知不可能", "p", "o", "c", "s"];

    /// <summary>Nothing for a number that was withheld.</summary>
    [JsonIgnore]
    public PhoneNumber? Number => IsWithheld || PhoneNumber.Read(From!).Refused(out _, out var number) ? null : number; // not withheld: there

    [JsonIgnore]
    public bool IsWithheld => string.IsNullOrWhiteSpace(From) || NoNumber.Contains(From.Trim().ToLowerInvariant());

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. From is { Length: > LongestNumber } ? [("/from", $"At most {LongestNumber} characters.")]
            : !IsWithheld && PhoneNumber.Read(From!).Refused(out var why, out _) ? [("/from", PhoneWords.Why(why))] : Array.Empty<(string, string)>(),
        .. Checks.Line("/desk", Desk),
        .. Checks.Line("/answeredBy", AnsweredBy is "" ? null : AnsweredBy),
        .. At.Year is < 2000 or > 2200 ? [("/at", "The time of the call is needed.")] : Array.Empty<(string, string)>(),
    ];
}

/// <param name="CustomerNumber">Whose call it is; null when the number is withheld.</param>
/// <param name="TicketId">Their place in the line; null when nobody can be called back.</param>
/// <param name="Calls">How many calls from this number within three days, this one included.</param>
public sealed record CallHeard(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? CustomerNumber, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Id<Case>? CaseId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Id<Ticket>? TicketId, int Calls)
{
    /// <summary>Who has answered just now. The same report twice opens their sheet once.</summary>
    [JsonIgnore]
    public Id<Agent>? AnsweredBy { get; init; }
}

public enum ReportRefusal { UnknownDesk, NotAtThisDesk }
