using Madoguchi.Shared;

namespace Madoguchi.Rules.Telling;

/// <summary>What everyone is told who is hit and was not told yet.</summary>
/// <param name="Text">In one language at least; who reads the other one gets that.</param>
/// <param name="Remedy">The slug of what is granted along with it.</param>
/// <param name="Desk">Where a case is opened for whoever has none about it; the reception when left out.</param>
public sealed record NewTelling(Bilingual Text, string? Remedy = null, string? Desk = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Text.IsEmpty ? [("/text", "Something must be written here, in ja or en.")] : Of("/text/ja", Text.Ja).Concat(Of("/text/en", Text.En)),
        .. Checks.Line("/remedy", Remedy), .. Checks.Line("/desk", Desk),
    ];

    private static IEnumerable<(string, string)> Of(string at, string? text) => text is null ? [] : Checks.Words(at, text, 4000);
}

/// <param name="Recipients">How many people are told.</param>
/// <param name="Left">How many more wait for another telling: these were too many at once.</param>
/// <param name="DueAt">Until then it can be called off.</param>
public sealed record TellingMade(Id<RuleTelling> TellingId, int Recipients, int Left, DateTimeOffset DueAt);

/// <param name="Waiting">To be told.</param>
/// <param name="Told">In a case of theirs, or in one that was opened for it.</param>
public sealed record TellingView(
    Id<RuleTelling> TellingId, Bilingual Text, string? Remedy, string By, DateTimeOffset At, DateTimeOffset DueAt, DateTimeOffset? CalledOffAt, int Recipients, int Waiting, int Told, int NotReached);

public sealed record TellingList(IReadOnlyList<TellingView> Tellings);

/// <param name="Reason"><c>noAddress</c> or <c>heldBack</c>; told, but without the remedy: <c>notProven</c> or <c>notGranted</c>.</param>
/// <param name="CaseId">Where they were told, if you may see it.</param>
/// <param name="Mailed">A letter with the link went out with it.</param>
public sealed record RecipientView(string Key, RecipientState State, string? Reason, Id<Cases.Case>? CaseId, bool Mailed, DateTimeOffset? At);

public sealed record RecipientList(TellingView Telling, IReadOnlyList<RecipientView> Recipients);

public enum TellRefusal { Unknown, ForSupervisors, UnknownDesk, UnknownRemedy, NobodyLeft, SendsAway, Declines, TooLate }
