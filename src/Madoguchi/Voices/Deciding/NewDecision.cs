using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices.Deciding;

/// <param name="State"><c>planned</c>, <c>fixed</c> or <c>wontFix</c>.</param>
/// <param name="PublicText">What everyone behind the voice reads: one text, or {"ja","en"}; who reads the language that is missing gets the other one.</param>
/// <param name="Reason">For the house alone: it never leaves.</param>
/// <param name="Version">The version in which it is fixed, or planned for.</param>
/// <param name="PublicTitle">What it is called at /you-asked; there, nothing of the voice's own title is shown.</param>
public sealed record NewDecision(VoiceState State, Bilingual PublicText, string? Reason = null, string? Version = null, Bilingual? PublicTitle = null) : IChecked
{
    public const int LongestReason = 4000;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. State is VoiceState.Open ? [("/state", "planned, fixed or wontFix.")] : Array.Empty<(string, string)>(),
        .. PublicText.IsEmpty ? [("/publicText", "Something must be written here, in ja or en.")] : Of("/publicText/ja", PublicText.Ja).Concat(Of("/publicText/en", PublicText.En)),
        .. Reason?.Length > LongestReason ? [("/reason", $"At most {LongestReason} characters.")] : Array.Empty<(string, string)>(),
        .. Checks.Line("/version", Version), .. Checks.Line("/publicTitle/ja", PublicTitle?.Ja), .. Checks.Line("/publicTitle/en", PublicTitle?.En),
    ];

    private static IEnumerable<(string, string)> Of(string at, string? text) => text is null ? [] : DecisionWords.LeftOpen(text).FirstOrDefault() is { } gap ? [(at, $"{{{gap}}} is to be filled in first.")] : Checks.Words(at, text, 4000);
}

/// <param name="Recipients">How many customers will be told, each once.</param>
/// <param name="DueAt">Until then it can be called off.</param>
public sealed record DecisionMade(Id<Decision> DecisionId, Id<Voice> VoiceId, VoiceState State, string? Version, int Recipients, DateTimeOffset DueAt);

/// <param name="Reason">For the house alone.</param>
/// <param name="From">The tracker that it came from.</param>
/// <param name="Recipients">How many it is for; those still to be counted are missing until it is due.</param>
public sealed record DecisionView(
    Id<Decision> DecisionId, Id<Voice> VoiceId, VoiceState State, string? Version, Bilingual PublicText, Bilingual? PublicTitle, string Reason, string? From, string By, DateTimeOffset At, DateTimeOffset DueAt,
    DateTimeOffset? CalledOffAt, int Recipients, int Waiting, int Told)
{
    public bool CanBeCalledOff(DateTimeOffset now) => CalledOffAt is null && now < DueAt;
}

/// <param name="Recipients">How many came since, and are told now.</param>
public sealed record RestTold(int Recipients);

/// <summary>What a tracker says, waiting for a person's words.</summary>
public sealed record DraftView(VoiceState State, string? Version, Bilingual PublicText, string From, DateTimeOffset At);

public sealed record DecisionList(IReadOnlyList<DecisionView> Decisions, IReadOnlyList<DraftView> Drafts);

/// <param name="CustomerId">Who was told.</param>
/// <param name="CaseId">Where, if you may see it.</param>
/// <param name="Mailed">A letter went out at once, because that case was closed.</param>
public sealed record ToldView(Id<Customers.Customer> CustomerId, ToldState State, Id<Case>? CaseId, bool Mailed, DateTimeOffset? At);

public sealed record ToldList(DecisionView Decision, IReadOnlyList<ToldView> Recipients);

/// <summary>Who would be told now, and how; nothing is written.</summary>
/// <param name="InOpenCase">In a case that is open.</param>
/// <param name="InClosedCase">In a case that is closed, with a letter where an address is known.</param>
/// <param name="Languages">How many read which language.</param>
public sealed record WouldTell(int Customers, int InOpenCase, int InClosedCase, IReadOnlyDictionary<string, int> Languages);

public enum DecideRefusal { Unknown, NeedsApproval, NotYours, SendsAway, TooLate }
