using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Mail.Proving;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>Released: the code was taken by mistake, and is free again.</summary>
public enum RegistrationState { Begun, Complete, Released }

/// <summary>One address with one code. Complete is one step, of one row: code, account, reward and receipt together, or none of them; the database refuses anything between.</summary>
public sealed partial class Registration
{
    public required Id<Registration> Id { get; init; }
    public required Id<Campaign> CampaignId { get; init; }
    public required Id<CampaignCode> CodeId { get; init; }

    /// <summary>A mail server understands it; nobody has proven it before it is complete.</summary>
    public required string Email { get; set; }
    public required string Folded { get; set; }

    /// <summary>BCP 47: of the letters and the pages.</summary>
    public required string Language { get; set; }
    public RegistrationState State { get; private set; }

    /// <summary>By this the deadline is judged, whatever happens afterwards.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The newest confirmation code; its letter has the same id.</summary>
    public Id<MailCode>? ProofId { get; set; }
    public DateTimeOffset? MailedAt { get; set; }
    public Id<Customer>? CustomerId { get; private set; }
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>The receipt's number, folded.</summary>
    public string? Receipt { get; private set; }

    /// <summary>What was promised at that moment: the campaign may say something else later.</summary>
    public string? RewardJa { get; private set; }
    public string? RewardEn { get; private set; }

    /// <summary>The number of the last event.</summary>
    public int LastEvent { get; private set; }

    public Bilingual Reward => new(RewardJa, RewardEn);

    /// <summary>Everything at once.</summary>
    private void Complete(Campaign campaign, Id<Customer> account, string receipt, DateTimeOffset now) =>
        (State, CustomerId, CompletedAt, Receipt, RewardJa, RewardEn) = (RegistrationState.Complete, account, now, receipt, campaign.RewardJa, campaign.RewardEn);

    public RegistrationEvent Note(RegistrationEventKind kind, DateTimeOffset now, EventBy? by = null, string? reason = null, string? detail = null, Id<Case>? caseId = null) => new()
    {
        RegistrationId = Id, Number = ++LastEvent, At = now, Kind = kind, ByAgent = by?.AgentId, ByName = by?.Name, Reason = reason, Detail = detail, CaseId = caseId,
    };
}

/// <summary>An agent; nobody: the customer, or the house by itself.</summary>
public sealed record EventBy(Guid AgentId, string Name);

public enum RegistrationEventKind { Began, CodeSent, MailDelayed, WrongCode, CodeUsed, OwnerReminded, AddressCorrected, Completed, CompletedByHand, Released }

/// <summary>What happened to a registration. Never changed: the database refuses it.</summary>
public sealed class RegistrationEvent
{
    public required Id<Registration> RegistrationId { get; init; }

    /// <summary>1, 2, 3 … within the registration.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required RegistrationEventKind Kind { get; init; }
    public Guid? ByAgent { get; init; }
    public string? ByName { get; init; }

    /// <summary>Why an agent did it; never shown to customers.</summary>
    public string? Reason { get; init; }

    /// <summary>The case that asked for it.</summary>
    public Id<Case>? CaseId { get; init; }

    /// <summary>An address, masked; the time of a mail that waits.</summary>
    public string? Detail { get; init; }
}
