using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum Status { New, WaitingForUs, WaitingForCustomer, Proposed, Solved, ClosedBySilence }

public enum Proposal { Open, Confirmed, Denied }

/// <summary>One matter that a customer wants settled (用件). Its decisions are pure: state, who, and now in; what happened, or why not, out.</summary>
public sealed partial class Case
{
    /// <summary>A customer's token opens a closed case this long.</summary>
    public static readonly TimeSpan OpenAfterClosing = TimeSpan.FromDays(30);

    public required Id<Case> Id { get; init; }
    public required Id<Customer> CustomerId { get; set; }

    /// <summary>The desk that is responsible: exactly one, at any time.</summary>
    public required Id<Desk> DeskId { get; set; }
    public Id<Agent>? AgentId { get; set; }
    public Status Status { get; set; }

    /// <summary>What became of the last solution proposed. Nothing, when there is none or the talk went on.</summary>
    public Proposal? Proposal { get; set; }

    /// <summary>BCP 47: the language that the customer is spoken to in.</summary>
    public required string Language { get; set; }
    public required string Subject { get; set; }
    public string? Product { get; set; }
    public string? Problem { get; set; }

    /// <summary>A number that the customer says is theirs. Without proof it opens nothing and joins nothing.</summary>
    public string? ClaimedNumber { get; set; }
    public Id<Device>? DeviceId { get; set; }
    public Id<Handover>? PendingHandoverId { get; set; }

    /// <summary>The contact broke off midway, and nothing was heard since.</summary>
    public Id<Break>? BreakId { get; set; }

    /// <summary>How often this case was offered to another desk: the second time rings the supervisor.</summary>
    public int Offers { get; set; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset ActiveAt { get; set; }
    public DateTimeOffset? CustomerWaitingSince { get; set; }
    public DateTimeOffset? WaitingForCustomerSince { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    public Priority Priority { get; set; } = Priority.Normal;
    public List<CaseTag> Tags { get; } = [];

    /// <summary>Laid aside until then: on hold, whatever the status.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>Who laid it aside, and wants to know when it is back.</summary>
    public Id<Agent>? SnoozedBy { get; set; }

    /// <summary>Version of the personal-data notice that the customer was shown.</summary>
    public string? NoticeVersion { get; set; }

    /// <summary>The last word said, for lists.</summary>
    public string Preview { get; set; } = "";

    /// <summary>Entries are 1, 2, 3 … without gaps; this is the last one, and the version of the case.</summary>
    public int LastEntry { get; set; }

    /// <summary>The newest entry that the customer may see.</summary>
    public int LastShownEntry { get; set; }
    public byte[] LastHash { get; set; } = [];

    public bool IsClosed => Status is Status.Solved or Status.ClosedBySilence;

    public bool IsOpenToCustomer(DateTimeOffset now) => ClosedAt is not { } closed || now < closed + OpenAfterClosing;
}
