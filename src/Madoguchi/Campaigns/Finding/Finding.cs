using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns.Finding;

/// <summary>Why a registration stands beside a case: who is proven, what was told, or what is at hand.</summary>
public enum Tie { Account, VerifiedAddress, ToldAddress, Code, Receipt }

/// <summary>A registration as agents see it.</summary>
/// <param name="InTime">It was begun before the campaign closed: it keeps its right.</param>
/// <param name="UsedAt">When somebody else finished with this code.</param>
public sealed record RegistrationFound(
    Id<Registration> RegistrationId, string Campaign, Bilingual Name, string Code, string Email, Standing State, DateTimeOffset BeganAt, DateTimeOffset Closes, bool InTime, DateTimeOffset FinishBy,
    DateTimeOffset? CompletedAt = null, string? Receipt = null, string? Reward = null, string? CustomerNumber = null, DateTimeOffset? UsedAt = null)
{
    /// <summary>Set beside a case.</summary>
    public Tie? Tie { get; init; }
}

public sealed record RegistrationsFound(IReadOnlyList<RegistrationFound> Registrations);

/// <param name="Reason">Why an agent did it.</param>
public sealed record EventView(int Number, DateTimeOffset At, RegistrationEventKind Kind, string? By = null, string? Reason = null, string? Detail = null, Id<Case>? CaseId = null);

/// <param name="Mail">How the newest confirmation mail fares: <c>waiting</c>, <c>sent</c>, <c>parked</c>; nothing when there is none.</param>
/// <param name="MailError">Why it was not taken last.</param>
public sealed record RegistrationRecord(RegistrationFound Registration, IReadOnlyList<EventView> Events, string? Mail = null, string? MailError = null);

/// <summary>A receipt that is right.</summary>
public sealed record ReceiptVerified(string Number, DateTimeOffset At, Id<Registration> RegistrationId, string Campaign, Bilingual Name, string Code, string Email, Standing State, string? CustomerNumber = null);
