using Madoguchi.Shared;

namespace Madoguchi.Desks;

/// <param name="Desks">Slugs.</param>
/// <param name="Left">Gone: the name stays on the record, nothing opens any more.</param>
/// <param name="NeedsApproval">Replies wait for a second person before they are sent.</param>
/// <param name="Version">Changes with anything that stands here; the ETag.</param>
public sealed record AgentView(
    Id<Agent> AgentId, string Name, string ShownName, string Email, IReadOnlyList<string> Desks, IReadOnlyList<string> Languages, AgentRole Role, DateTimeOffset CreatedAt, bool Left, bool NeedsApproval, string Version)
{
    public static AgentView Of(Agent a, IReadOnlyDictionary<Id<Desk>, string> slugs)
    {
        var view = new AgentView(a.Id, a.Name, a.ShownName, a.Email, [.. a.Seats.Select(s => slugs[s.DeskId]).Order(StringComparer.Ordinal)], a.Languages, a.Role, a.CreatedAt, a.LeftAt is not null, a.NeedsApproval, "");
        return view with { Version = Versions.Of(view) };
    }
}

/// <summary>What is named here changes; what is missing stays.</summary>
/// <param name="Desks">Slugs: all the seats from now on.</param>
/// <param name="Left">True: the agent has left, every session and key ends. False: the agent is back.</param>
/// <param name="NeedsApproval">Every reply waits for a second person.</param>
public sealed record AgentChange(string? Name = null, string? ShownName = null, IReadOnlyList<string>? Desks = null, IReadOnlyList<string>? Languages = null, AgentRole? Role = null, bool? Left = null, bool? NeedsApproval = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/name", Name), .. Checks.Line("/shownName", ShownName),
        .. Desks is { Count: > 100 } ? [("/desks", "At most 100 desks.")] : (Desks ?? []).SelectMany((d, i) => Checks.Line($"/desks/{i}", d)),
        .. Languages is null ? [] : Languages.Count is 0 or > 20 ? [("/languages", "One to twenty languages are needed.")] : Languages.SelectMany((l, i) => Checks.Language($"/languages/{i}", l)),
    ];
}

public enum AgentChangedRefusal { Unknown, UnknownDesk, ChangedMeanwhile, LastAdministrator }
