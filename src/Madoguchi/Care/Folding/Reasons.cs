using System.Text.Json;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Care.Folding;

/// <summary>Whether an anger has a reason, by the record: pure.</summary>
public static class Reasons
{
    /// <summary>The entries that can tell of one.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "askedAgain", "brokenOff", "handoverAccepted", "takenOver", "checkLate", "callBackLate", "escalationLate", "supervisorLate", "findingMade", "findingShown", "solutionAnswered", "incidentJoined", "toldOfBreak",
    ];

    // Once handed on is how it should be; from the second time on it is their trouble.
    private const int HandedTooOften = 2;
    private static readonly TimeSpan TooLong = TimeSpan.FromDays(2);

    /// <param name="waitingSince">Since when nobody has answered.</param>
    public static IReadOnlyList<Reason> Of(IReadOnlyList<Entry> entries, IReadOnlyList<Ticket> tickets, DateTimeOffset? waitingSince, DateTimeOffset now)
    {
        var counts = entries.CountBy(e => e.Kind).ToDictionary(k => k.Key, k => k.Value);
        var longer = tickets.Select(t => t.High is { } high ? (t.FirstCalledAt ?? t.EndedAt ?? now) - t.JoinedAt - TimeSpan.FromSeconds(high) : TimeSpan.Zero).DefaultIfEmpty().Max();
        var right = entries.Any(e => e.Kind is "findingMade" && e.What is FindingMade { Verdict: Verdict.Confirmed } || (e.Kind is "findingShown" && e.What is FindingShown { Verdict: Verdict.Confirmed }));
        return
        [
            .. Counted(ReasonKind.AskedTwice, "askedAgain"), .. Counted(ReasonKind.BrokenOff, "brokenOff"),
            .. Count("handoverAccepted", "takenOver") is >= HandedTooOften and var times ? [new Reason(ReasonKind.HandedOver, times)] : Array.Empty<Reason>(),
            .. Counted(ReasonKind.PromiseLate, "checkLate", "callBackLate", "escalationLate", "supervisorLate"),
            .. right ? [new Reason(ReasonKind.WasRight, 1)] : Array.Empty<Reason>(),
            .. entries.Count(e => e.Kind is "solutionAnswered" && e.What is SolutionAnswered { Solved: false }) is > 0 and var vain ? [new Reason(ReasonKind.NotSolved, vain)] : Array.Empty<Reason>(),
            .. longer >= TimeSpan.FromMinutes(1) ? [new Reason(ReasonKind.WaitedLonger, (int)longer.TotalMinutes)] : Array.Empty<Reason>(),
            .. waitingSince is { } since && now - since >= TooLong ? [new Reason(ReasonKind.Unanswered, (int)(now - since).TotalDays)] : Array.Empty<Reason>(),
            .. Counted(ReasonKind.Outage, "incidentJoined", "toldOfBreak"),
        ];

        int Count(params ReadOnlySpan<string> kinds)
        {
            var sum = 0;
            foreach (var kind in kinds)
                sum += counts.GetValueOrDefault(kind);
            return sum;
        }

        IEnumerable<Reason> Counted(ReasonKind kind, params string[] kinds) => Count(kinds) is > 0 and var n ? [new Reason(kind, n)] : [];
    }

    public static string Write(IReadOnlyList<Reason> reasons) => JsonSerializer.Serialize(reasons, Json.Options);

    public static IReadOnlyList<Reason> Read(string json) => JsonSerializer.Deserialize<List<Reason>>(json, Json.Kept)!; // only ever written from some

    /// <summary>In words for colleagues.</summary>
    public static string Name(Reason reason, Tongue t) => reason.Kind switch
    {
        ReasonKind.AskedTwice => t[$"伺い済みのことを{reason.Count}回お尋ねした", reason.Count == 1 ? "asked once for what was told already" : $"asked {reason.Count} times for what was told already"],
        ReasonKind.BrokenOff => t[$"お話が途切れた({reason.Count}回)", reason.Count == 1 ? "the contact broke off" : $"the contact broke off {reason.Count} times"],
        ReasonKind.HandedOver => t[$"窓口を{reason.Count}回移った", $"moved between desks {reason.Count} times"],
        ReasonKind.PromiseLate => t[$"お約束が遅れた({reason.Count}回)", reason.Count == 1 ? "a promise was late" : $"{reason.Count} promises were late"],
        ReasonKind.WasRight => t["調べた結果、お客様のおっしゃるとおりだった", "the check found the customer right"],
        ReasonKind.NotSolved => t[$"解決のご案内で直らなかった({reason.Count}回)", reason.Count == 1 ? "what we called solved was not" : $"what we called solved was not, {reason.Count} times"],
        ReasonKind.WaitedLonger => t[$"お伝えした待ち時間より{reason.Count}分長くお待たせした", $"waited {reason.Count} min longer than we had said"],
        ReasonKind.Unanswered => t[$"{reason.Count}日お返事していない", $"no answer for {reason.Count} days"],
        ReasonKind.Outage => t["広がっている障害にあたっている", "hit by a trouble that hits many"],
    };
}
