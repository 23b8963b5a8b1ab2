using Madoguchi.Shared;

namespace Madoguchi.Desks;

/// <summary>Who looks. Loaded anew for each request, so that a right taken away is gone at once.</summary>
public sealed record CurrentAgent(Id<Agent> Id, string Name, string ShownName, AgentRole Role, IReadOnlyList<Id<Desk>> Desks, IReadOnlyList<string> Languages)
{
    /// <summary>The key of the configuration: an administrator without a person, named on the record as what it is.</summary>
    public static readonly CurrentAgent Bootstrap = new(new Id<Agent>(Guid.Empty), "bootstrap", "bootstrap", AgentRole.Administrator, [], []);

    /// <summary>Their replies wait for a second person.</summary>
    public bool NeedsApproval { get; init; }

    public bool SeesAll => Role is AgentRole.Supervisor or AgentRole.Administrator;

    public bool IsBootstrap => Id == Bootstrap.Id;

    public bool IsAdministrator => Role is AgentRole.Administrator;

    /// <summary>Set by the authentication; an endpoint that takes an agent is behind a policy that has made sure of one.</summary>
    public static ValueTask<CurrentAgent?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<CurrentAgent>());

    /// <summary>An agent of the desk, or somebody who stands in for every desk.</summary>
    public bool WorksAt(Id<Desk> desk) => SeesAll || Desks.Contains(desk);

    public bool Speaks(string language) => Languages.Include(language);
}
