using System.Text.Json.Serialization;
using Madoguchi.Desks;

namespace Madoguchi.Cases.Timeline;

public enum Role { Customer, Agent, System }

/// <summary>Who an entry is by. The name is the one of that moment, as the reader should see it.</summary>
public sealed record By(Role Role, string? Name, [property: JsonIgnore] Guid? Id = null)
{
    public static readonly By System = new(Role.System, null);

    /// <summary>Found out by the page that the customer was at.</summary>
    public static readonly By Page = new(Role.System, "page");

    /// <summary>The embedding site has signed for it.</summary>
    public static readonly By Site = new(Role.System, "site");

    /// <summary>A page says so, and nobody has signed: shown as not verified, and opens nothing.</summary>
    public static readonly By UnsignedSite = new(Role.System, "unsigned");

    public static By Customer(string? name, Guid id) => new(Role.Customer, name, id);

    /// <summary>Customers read the name that the agent wishes; colleagues, in what only they see, the real one.</summary>
    public static By Agent(CurrentAgent agent, bool isInternal) => new(Role.Agent, isInternal ? agent.Name : agent.ShownName, agent.Id.Value);
}
