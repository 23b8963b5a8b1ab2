using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Whom a fact belongs to: it is known wherever that one turns up again.</summary>
public enum Scope { Person, Device, Case }

/// <summary>Something told once (聞き取り): key, value, who told it, where, when. A new telling is a new row; the newest holds.</summary>
public sealed class Fact
{
    public required Id<Fact> Id { get; init; }
    public required Id<Customer> CustomerId { get; set; }
    public required Id<Case> CaseId { get; init; }
    public Id<Device>? DeviceId { get; set; }
    public required Scope Scope { get; init; }
    public required string Key { get; init; }
    public required string Value { get; init; }
    public required Timeline.Role ByRole { get; init; }
    public required string? ByName { get; init; }

    /// <summary>The desk where it was told.</summary>
    public required Id<Desk> DeskId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The entry of the timeline that told it.</summary>
    public required int Entry { get; init; }

    /// <summary>False when told under a number that was only claimed: shown, but never a reason not to ask.</summary>
    public required bool Verified { get; set; }

    /// <summary>A newer telling of the same thing has taken its place.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }
}

/// <summary>A customer's device: what its facts hang on.</summary>
public sealed class Device
{
    public required Id<Device> Id { get; init; }
    public required Id<Customer> CustomerId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What a desk asks at intake: a fact's key, its label, and where the customer finds it.</summary>
public sealed class IntakeQuestion
{
    public required Id<Desk> DeskId { get; init; }
    public required string Key { get; init; }
    public required string Label { get; set; }
    public string? LabelInEnglish { get; set; }
    public string? Help { get; set; }
    public string? HelpInEnglish { get; set; }

    /// <summary>Where the fact belongs, if the desk says otherwise than the house.</summary>
    public Scope? Scope { get; set; }
    public int Position { get; set; }
}
