using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.ProductLog;
using Madoguchi.Rules.Checking;
using Madoguchi.Rules.Telling;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Watching;

/// <summary>One who is hit: a rule is, or was, broken for this key. What is needed to find and tell them stays here when the event's own time is over.</summary>
public sealed class RuleBreak
{
    public required Id<RuleBreak> Id { get; init; }
    public required Id<Rule> RuleId { get; init; }
    public required string Key { get; init; }

    /// <summary>When it broke, by the product's clock.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>The event that it hangs on.</summary>
    public required Id<ProductEvent> EventId { get; set; }
    public required DateTimeOffset EventTime { get; set; }

    /// <summary>The sender's names for it.</summary>
    public string Source { get; set; } = "";
    public string Event { get; set; } = "";

    /// <summary>The address that stands in the event.</summary>
    public string? Mail { get; set; }

    /// <summary>The language that stands in the event, BCP 47.</summary>
    public string? Language { get; set; }

    /// <summary>By our clock.</summary>
    public required DateTimeOffset FoundAt { get; set; }

    /// <summary>When it turned out to hold after all.</summary>
    public DateTimeOffset? HealedAt { get; set; }

    /// <summary>When a supervisor was told that it is broken.</summary>
    public DateTimeOffset? RangAt { get; set; }

    /// <summary>Who tells them just now, or did.</summary>
    public Id<Recipient>? RecipientId { get; set; }

    /// <summary>When the customer was told.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Where they were told.</summary>
    public Id<Case>? CaseId { get; set; }

    /// <summary>Who was told.</summary>
    public Id<Customer>? CustomerId { get; set; }

    public bool IsOpen => HealedAt is null;

    public static RuleBreak Of(Id<RuleBreak> id, Rule rule, string key, Breach breach, DateTimeOffset now) => new()
    {
        Id = id, RuleId = rule.Id, Key = key, Since = breach.Since, EventId = new(breach.Event), EventTime = breach.Time, FoundAt = now,
    };

    /// <summary>It is, or still is, broken. True: it had healed meanwhile. Who was told of what came before is told of what came after.</summary>
    public bool Break(Breach breach, DateTimeOffset now)
    {
        var anew = HealedAt is not null;
        if (anew)
            (HealedAt, FoundAt, RangAt) = (null, now, null);
        if (anew && ToldAt < breach.Time)
            (RecipientId, ToldAt, CaseId, CustomerId) = (null, null, null, null);
        (Since, EventId, EventTime) = (breach.Since, new(breach.Event), breach.Time);
        return anew;
    }

    public void Heal(DateTimeOffset now) => HealedAt ??= now;
}

/// <summary>By one of these a customer is found to be hit: the key itself, and whatever else the event is found by, folded.</summary>
public sealed class RuleBreakKey
{
    public required Id<RuleBreak> BreakId { get; init; }
    public required string Value { get; init; }
}
