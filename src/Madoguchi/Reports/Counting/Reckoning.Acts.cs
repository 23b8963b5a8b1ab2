using System.Globalization;
using System.Text.Json;
using Madoguchi.Cases.Timeline;

namespace Madoguchi.Reports.Counting;

public sealed partial class Reckoning
{
    /// <summary>Stands for any telephone number that a reply would have sent the customer to.</summary>
    public const string PhoneNumber = "phoneNumber";

    /// <summary>Stands for a denial that only the agent has marked.</summary>
    public const string Marked = "marked";

    private IEnumerable<CountedAct> Acts() =>
        entries.SelectMany(entry => Of(entry).Select((act, nth) => new CountedAct
        {
            CaseId = theCase.Id, Entry = entry.Number, Nth = nth, Second = Second(entry), Kind = act.Kind, Desk = act.Desk ?? DeskAt(entry), AgentId = act.By ?? entry.ById, Words = act.Words,
        }));

    private IEnumerable<(ActKind Kind, string? Desk, Guid? By, string? Words)> Of(Entry entry)
    {
        switch (entry.Kind)
        {
            case "message" when entry.Role == Role.Agent && !takenBack.Contains(entry.Number):
                yield return Plain(ActKind.Answer);
                break;
            case "callTaken":
                yield return Plain(ActKind.Call);
                break;
            case "question":
                yield return Plain(ActKind.Asked, ((QuestionAsked)entry.What).Fact);
                break;
            case "askedAgain":
                yield return Plain(ActKind.AskedAgain, ((AskedAgain)entry.What).Fact);
                break;
            case "heldBack" or "sentAnyway":
                foreach (var phrase in Phrases(JsonElement.Parse(entry.Body)))
                    yield return Plain(entry.Kind == "heldBack" ? ActKind.HeldBack : ActKind.SentAnyway, phrase);
                break;
            case "heldForProof" or "declined" or "notADenial":
                foreach (var phrase in Said(JsonElement.Parse(entry.Body)))
                    yield return Plain(entry.Kind switch { "heldForProof" => ActKind.HeldForProof, "declined" => ActKind.DeclinedWithProof, _ => ActKind.NotADenial }, phrase);
                break;
            case "followedUp":
                yield return Plain(ActKind.FollowedUp);
                break;
            case "messageWithdrawn" when entry.Role == Role.Agent:
                yield return Plain(ActKind.Withdrawn);
                break;
            case "handoverOffered":
                yield return (ActKind.Offered, ((HandoverOffered)entry.What).From.Slug, null, null);
                break;
            case "handoverAccepted":
                yield return (ActKind.Accepted, ((HandoverAccepted)entry.What).To.Slug, null, null);
                break;
            case "handoverReturned":
                // To whom it came back, not who sent it back: that was their good right.
                yield return (ActKind.Returned, ((HandoverReturned)entry.What).From.Slug, OfferedBy(((HandoverReturned)entry.What).Handover), null);
                break;
            case "takenOver":
                yield return (ActKind.TakenOver, ((TakenOver)entry.What).To.Slug, null, null);
                break;
            case "thanked" when entry == entries.LastOrDefault(e => e.Kind is "thanked" or "thanksWithdrawn"):
                // The desk's, and no single person's.
                yield return (ActKind.Thanked, null, Guid.Empty, ((Thanked)entry.What).Score.ToString(CultureInfo.InvariantCulture));
                break;
            case "solutionAnswered" when entry == Solved():
                yield return (ActKind.Solved, null, entries.LastOrDefault(e => e.Kind == "solutionProposed" && e.Number < entry.Number)?.ById ?? Guid.Empty, null);
                break;
        }

        if (entries is [{ Number: 1, Kind: not "callTaken" }, ..] && entry == entries.FirstOrDefault(IsAnswer))
            yield return Plain(ActKind.FirstAnswer);
    }

    private Guid? OfferedBy(Guid handover) => entries.First(e => e.Kind == "handoverOffered" && ((HandoverOffered)e.What).Handover == handover).ById;

    private static (ActKind, string?, Guid?, string?) Plain(ActKind kind, string? words = null) => (kind, null, null, words);

    // A "no" that nothing but the agent's tick tells counts too.
    private static List<string> Said(JsonElement body) =>
        body.TryGetProperty("words", out var all) && all.EnumerateArray().Select(w => w.GetString() ?? "").Distinct().ToList() is { Count: > 0 } words ? words : [Marked];

    private static List<string?> Phrases(JsonElement body)
    {
        var words = body.TryGetProperty("words", out var all) ? all.EnumerateArray().Select(w => w.GetString() ?? "").Where(w => w.Count(char.IsDigit) < 6).Distinct().ToList<string?>() : [];
        if (words.Count == 0 || (body.TryGetProperty("toNumber", out var to) && to.GetBoolean()))
            words.Add(PhoneNumber);
        return words;
    }
}
