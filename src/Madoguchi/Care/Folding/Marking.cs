using Madoguchi.Care.Recognizing;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;

namespace Madoguchi.Care.Folding;

/// <summary>Pure.</summary>
public static class Marking
{
    public const int LongestReason = 500;

    public static CareMark Of(Case theCase, Entry entry, Heard heard, CareVerdict verdict, IReadOnlyList<Reason> reasons) => new()
    {
        CaseId = entry.CaseId, Entry = entry.Number, Verdict = verdict, Kind = heard.Kinds.Count > 0 ? heard.Kinds[0] : CareKind.Anger, Kinds = [.. heard.Kinds.Select(k => k.ToString())], Weight = heard.Weight,
        Hurts = heard.Hurts, Request = heard.Request, Reasons = Reasons.Write(reasons), At = entry.At, AgentId = theCase.AgentId,
    };

    /// <summary>Words that no list knows, but that a person found hard: of them, what asks for something stays.</summary>
    public static CareMark ByHand(Case theCase, Entry entry, string words, Heard heard, IReadOnlyList<Reason> reasons) =>
        Of(theCase, entry, heard.Hurts > 0 ? heard : heard with { Hurts = 1, Kinds = [CareKind.Insult], Request = Hearing.Asked(words) }, CareVerdict.Folded, reasons);
}
