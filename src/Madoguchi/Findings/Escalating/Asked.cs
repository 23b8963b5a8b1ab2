using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Shared;

namespace Madoguchi.Findings.Escalating;

/// <param name="Desk">A slug; the technical desk, when missing.</param>
/// <param name="Question">For that desk; no customer reads it.</param>
/// <param name="Due">By when an answer is needed; the end of that desk's next working day, when missing.</param>
public sealed record NewEscalation(string Question, string? Desk = null, DateTimeOffset? Due = null) : IChecked
{
    public const int Longest = 2_000;

    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Checks.Words("/question", Question, Longest), .. Checks.Line("/desk", Desk)];
}

/// <param name="Due">By when the answer is expected: the customer was told.</param>
public sealed record EscalationMade(Id<Escalation> EscalationId, Id<Handover> HandoverId, string Desk, DateTimeOffset Due);

/// <param name="Text">For the asking desk; no customer reads it.</param>
/// <param name="Verdict">What their own look came to, if they say.</param>
public sealed record TechnicalAnswer(string Text, Verdict? Verdict = null) : IChecked
{
    public const int Longest = 10_000;

    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/text", Text, Longest);
}

/// <param name="Desk">Which desk goes on with the case.</param>
public sealed record QuestionSettled(Id<Escalation> EscalationId, Id<Case> CaseId, string Desk, int Entry);

/// <summary>What a customer waits for, in the words of a desk and a time.</summary>
/// <param name="State"><c>asked</c>, <c>answered</c> (the customer has not heard of it), <c>told</c>, <c>withdrawn</c> (or returned).</param>
public sealed record EscalationView(
    Id<Escalation> EscalationId, string From, string To, string Question, DateTimeOffset AskedAt, DateTimeOffset Due, string State, string? Answer, Verdict? Verdict, DateTimeOffset? AnsweredAt, DateTimeOffset? ToldAt)
{
    public const string Asked = "asked";
    public const string Answered = "answered";
    public const string Told = "told";
    public const string Withdrawn = "withdrawn";
}

public sealed record EscalationList(IReadOnlyList<EscalationView> Escalations);
