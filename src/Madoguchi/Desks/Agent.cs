using Madoguchi.Shared;

namespace Madoguchi.Desks;

public enum AgentRole { Agent, Supervisor, Administrator }

/// <summary>A person who answers at one or more desks (担当者).</summary>
public sealed class Agent
{
    public required Id<Agent> Id { get; init; }

    /// <summary>The real name, for colleagues only.</summary>
    public required string Name { get; set; }

    /// <summary>The name that customers see, as the agent wishes it.</summary>
    public required string ShownName { get; set; }
    public required string Email { get; init; }
    public required AgentRole Role { get; set; }
    public required List<string> Languages { get; set; }
    /// <summary>Their replies wait for a second person before they are sent.</summary>
    public bool NeedsApproval { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gone: the name stays on the record, nothing opens any more.</summary>
    public DateTimeOffset? LeftAt { get; set; }
    public List<Seat> Seats { get; init; } = [];

    /// <summary>All but the seats, which name desks.</summary>
    public void Change(AgentChange to, DateTimeOffset now)
    {
        Name = to.Name is { } name ? PlainText.Clean(name) : Name;
        ShownName = to.ShownName is { } shown ? PlainText.Clean(shown) : ShownName;
        Languages = [.. to.Languages ?? Languages];
        Role = to.Role ?? Role;
        NeedsApproval = to.NeedsApproval ?? NeedsApproval;
        LeftAt = to.Left switch
        {
            true => LeftAt ?? now,
            false => null,
            null => LeftAt,
        };
    }
}

/// <summary>An agent's place at a desk.</summary>
public sealed class Seat
{
    public required Id<Agent> AgentId { get; init; }
    public required Id<Desk> DeskId { get; init; }
}
