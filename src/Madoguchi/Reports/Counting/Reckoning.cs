using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;

namespace Madoguchi.Reports.Counting;

/// <param name="Desk">Slug of the owner, read before the entries: what moved it since then is among them.</param>
public sealed record CaseNow(Id<Case> Id, string Desk, string? Product, string? Problem);

/// <summary>All that is counted of one case.</summary>
public sealed record CaseCounted(IReadOnlyList<CountedContact> Contacts, IReadOnlyList<CountedHandover> Handovers, IReadOnlyList<CountedAct> Acts, IReadOnlyList<CountedBreak> Breaks);

/// <summary>Counts a case from its record. The same record gives the same rows, however often and in whatever order its entries were learned.</summary>
public sealed partial class Reckoning
{
    private readonly CaseNow theCase;
    private readonly IReadOnlyList<Entry> entries;
    private readonly List<(int Entry, string From, string To)> moves;
    private readonly HashSet<int> takenBack;

    private Reckoning(CaseNow theCase, IReadOnlyList<Entry> entries)
    {
        (this.theCase, this.entries) = (theCase, entries);
        takenBack = [.. entries.Where(e => e.Kind == "messageWithdrawn").Select(e => ((MessageWithdrawn)e.What).Entry)];
        moves = [.. entries.Select(Move).OfType<(int, string, string)>()];
    }

    /// <param name="entries">Oldest first; those that <see cref="Matters"/> does not name may be missing.</param>
    public static CaseCounted Of(CaseNow theCase, IReadOnlyList<Entry> entries)
    {
        var reckoning = new Reckoning(theCase, entries);
        return new([.. reckoning.Contacts()], [.. reckoning.Handovers()], [.. reckoning.Acts()], [.. reckoning.Breaks()]);
    }

    /// <summary>Kinds that change a count whoever wrote them.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "handoverOffered", "handoverAccepted", "handoverReturned", "handoverWithdrawn", "takenOver", "described", "fact", "question", "solutionProposed", "solutionAnswered", "reopened", "callTaken",
        "askedAgain", "heldBack", "sentAnyway", "heldForProof", "declined", "notADenial", "brokenOff", "followedUp", "followUpAnswered", "messageWithdrawn", "thanked", "thanksWithdrawn", "cameBack",
    ];

    /// <summary>What customers say after their first word changes no count, unless the contact had broken off.</summary>
    public static bool Matters(Entry entry) => entry.Number == 1 || (entry.Role == Role.Agent && entry.Kind == "message") || Kinds.Contains(entry.Kind);

    /// <summary>The owner at the time of an entry.</summary>
    private string DeskAt(Entry entry)
    {
        var before = moves.LastOrDefault(m => m.Entry < entry.Number);
        return before.To ?? (moves is [var first, ..] ? first.From : theCase.Desk);
    }

    private IEnumerable<CountedContact> Contacts()
    {
        var error = ErrorText.Fold(entries.Where(e => e.Kind == "fact").Select(e => (FactTold)e.What).LastOrDefault(f => f.Key == "errorText")?.Value);
        foreach (var entry in entries.Where(e => e.Number == 1 || e.Kind == "callTaken"))
        {
            var opens = entry.Number == 1;
            var phone = entry.Kind == "callTaken";
            yield return new CountedContact
            {
                CaseId = theCase.Id, Entry = entry.Number, Second = Second(entry), Desk = DeskAt(entry), Channel = phone ? CountedContact.Phone : CountedContact.Web,
                Product = theCase.Product, Problem = theCase.Problem, ErrorText = error,
                FirstAnswer = opens && !phone ? Since(entry, entries.FirstOrDefault(IsAnswer)) : null, Solution = opens ? Since(entry, Solved()) : null,
            };
        }
    }

    // The last "yes" of the customer, unless the case was opened again after it.
    private Entry? Solved() =>
        entries.LastOrDefault(e => e.Kind is "reopened" or "solutionAnswered") is { Kind: "solutionAnswered" } last && ((SolutionAnswered)last.What).Solved ? last : null;

    // What was taken back has answered nobody.
    private bool IsAnswer(Entry entry) => entry.Role == Role.Agent && entry.Kind is "message" or "question" or "solutionProposed" && !takenBack.Contains(entry.Number);

    private static (int, string, string)? Move(Entry entry) => entry.Kind switch
    {
        "handoverAccepted" when entry.What is HandoverAccepted accepted => (entry.Number, accepted.From.Slug, accepted.To.Slug),
        "takenOver" when entry.What is TakenOver taken => (entry.Number, taken.From.Slug, taken.To.Slug),
        "cameBack" when entry.What is CameBack back => (entry.Number, back.From.Slug, back.To.Slug),
        _ => null,
    };

    private static int? Since(Entry told, Entry? done) => done is null ? null : (int)Math.Clamp(Second(done) - Second(told), 0, int.MaxValue);

    private static long Second(Entry entry) => entry.At.ToUnixTimeSeconds();
}
