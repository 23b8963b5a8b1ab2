using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Telling;

/// <summary>What everyone hit is told, by whom, before they ask.</summary>
public sealed class RuleTelling
{
    /// <summary>Until then it can be called off.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);

    public required Id<RuleTelling> Id { get; init; }
    public required Id<Rule> RuleId { get; init; }
    public string? TextJa { get; init; }
    public string? TextEn { get; init; }

    /// <summary>The slug of what is granted along with it.</summary>
    public string? Remedy { get; init; }

    /// <summary>The desk at which a case is opened for whoever has none about it.</summary>
    public required Id<Desk> DeskId { get; init; }
    public required Id<Agent> ById { get; init; }

    /// <summary>The real name, for colleagues; and the one that customers see.</summary>
    public required string ByName { get; init; }
    public required string ByShown { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>In the reader's language, or in the other one: words that one has to have translated are better than none.</summary>
    public string In(string language) => (language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? TextJa ?? TextEn : TextEn ?? TextJa)!; // at least one was asked for

    /// <summary>As they were when they told it: leaving the house later changes nothing of it.</summary>
    public CurrentAgent By => ById == CurrentAgent.Bootstrap.Id ? CurrentAgent.Bootstrap : new(ById, ByName, ByShown, AgentRole.Supervisor, [], []);

    public bool CanBeCalledOff(DateTimeOffset now) => CancelledAt is null && now < DueAt;
}

public enum RecipientState
{
    Waiting,

    /// <summary>In the case that they have about it.</summary>
    ToldInCase,

    /// <summary>In a case that the desk opened for it.</summary>
    ToldInNewCase,

    /// <summary>Nobody knows how.</summary>
    NotReached,

    /// <summary>It turned out to hold before they were told.</summary>
    Healed,

    /// <summary>Called off.</summary>
    CalledOff,
}

/// <summary>One person to be told, once: the work itself is an outbox row, this says what became of it.</summary>
public sealed class Recipient
{
    public const string NoAddress = "noAddress";
    public const string HeldBack = "heldBack";

    /// <summary>Told, but what goes along was not granted: that the key is theirs is only what they say.</summary>
    public const string NotProven = "notProven";
    public const string NotGranted = "notGranted";

    public required Id<Recipient> Id { get; init; }
    public required Id<RuleTelling> TellingId { get; init; }

    /// <summary>By which they are known; a person hit under several keys is told for all of them.</summary>
    public required Id<RuleBreak> BreakId { get; init; }
    public RecipientState State { get; set; }

    /// <summary>Why they could not be reached, or got no remedy.</summary>
    public string? Reason { get; set; }
    public Id<Case>? CaseId { get; set; }
    public Id<Customer>? CustomerId { get; set; }

    /// <summary>A letter went out with it.</summary>
    public bool Mailed { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}
