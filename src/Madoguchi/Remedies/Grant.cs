using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Remedies;

public enum GrantState { Waiting, Granted, Declined }

/// <summary>Why a remedy was not granted.</summary>
public enum GrantRefusal { Unknown, WithAnotherDesk, UnknownRemedy, HasNoAmount, AlreadyGranted }

/// <summary>Why a second person's word was not taken.</summary>
public enum SecondRefusal { Unknown, NotSupervisor, OwnRequest, AboveLimit, Answered }

/// <summary>A remedy for one case: once, decided alone within the role's limit, by two above it. What it was called and worth is kept as it was then.</summary>
public sealed class Grant
{
    /// <summary>No remedy is worth more, whatever it is counted in.</summary>
    public const long Most = 1_000_000_000_000;
    public const int LongestReason = 2_000;

    public required Id<Grant> Id { get; init; }
    public required Id<Case> CaseId { get; init; }

    /// <summary>The desk that had the case then.</summary>
    public required Id<Desk> DeskId { get; init; }

    /// <summary>The slug.</summary>
    public required string Remedy { get; init; }
    public required RemedyKind Kind { get; init; }
    public string? Ja { get; init; }
    public string? En { get; init; }
    public string? NextJa { get; init; }
    public string? NextEn { get; init; }
    public long? Amount { get; init; }
    public string? Unit { get; init; }

    /// <summary>For the house.</summary>
    public required string Reason { get; init; }
    public GrantState State { get; private set; }
    public required Id<Agent> AskedBy { get; init; }
    public required string AskedByName { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public Id<Agent>? AnsweredBy { get; private set; }
    public string? AnsweredByName { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Words { get; private set; }

    /// <summary>The last entry that says so.</summary>
    public int Entry { get; set; }

    public InBoth Name => new(Ja, En);

    /// <summary>What happens when somebody decides on it: granted at once, or it waits for the second person.</summary>
    /// <param name="decided">For many at once, by whoever may.</param>
    public static (Grant Grant, IReadOnlyList<Happening> Happened) Of(Id<Grant> id, Case theCase, Remedy remedy, string reason, long? amount, CurrentAgent by, DateTimeOffset now, bool decided = false)
    {
        var waits = !decided && !remedy.IsWithin(by.Role, amount);
        var grant = new Grant
        {
            Id = id, CaseId = theCase.Id, DeskId = theCase.DeskId, Remedy = remedy.Slug, Kind = remedy.Kind, Ja = remedy.Ja, En = remedy.En, NextJa = remedy.NextJa, NextEn = remedy.NextEn,
            Amount = amount, Unit = remedy.Unit, Reason = reason, AskedBy = by.Id, AskedByName = by.Name, AskedAt = now, State = waits ? GrantState.Waiting : GrantState.Granted,
        };
        var asked = new RemedyAsked(grant.Id.Value, remedy.Slug, remedy.Name, reason, amount, remedy.Unit, waits ? true : null);
        return (grant, waits ? [asked] : [asked, grant.Said]);
    }

    /// <summary>The second person's word. The limits are those of today.</summary>
    public Result<Happening, SecondRefusal> Answer(Remedy remedy, bool approve, string? words, CurrentAgent by, DateTimeOffset now)
    {
        if (State is not GrantState.Waiting)
            return SecondRefusal.Answered;
        if (by.Id == AskedBy)
            return SecondRefusal.OwnRequest;
        if (!by.SeesAll)
            return SecondRefusal.NotSupervisor;
        // Whoever may not grant it may still say that it is too much.
        if (approve && !remedy.IsSeconded(by.Role, Amount))
            return SecondRefusal.AboveLimit;
        (State, AnsweredBy, AnsweredByName, AnsweredAt, Words) = (approve ? GrantState.Granted : GrantState.Declined, by.Id, by.Name, now, words);
        return approve ? Said : new RemedyDeclined(Id.Value, Remedy, Name, words ?? "", Amount, Unit);
    }

    private RemedyGranted Said => new(Id.Value, Remedy, Kind.ToString().ToLowerInvariant(), Name, Amount, Unit, NextJa is null && NextEn is null ? null : new(NextJa, NextEn));
}
