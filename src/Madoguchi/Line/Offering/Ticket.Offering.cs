using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Line;

/// <summary>Why an offered turn was neither taken nor passed on.</summary>
public enum AskRefusal { Unknown, NotAsked }

public sealed partial class Ticket
{
    /// <summary>Whether somebody else is being asked just now.</summary>
    public bool IsAskedOf(Id<Desks.Agent> other, DateTimeOffset now) => OfferedTo is { } asked && asked != other && now < OfferedUntil;

    public bool IsAsked(DateTimeOffset now) => OfferedTo is not null && now < OfferedUntil;

    /// <summary>One agent is asked whether they take this turn. The place stays what it is.</summary>
    public Happening Ask(Match match, DateTimeOffset until)
    {
        (OfferedTo, OfferedUntil) = (match.Teller.Agent, until);
        return new LineOffered(Id.Value, Number, match.Teller.Agent.Value, match.Teller.Name, [.. match.Why.Select(w => w.ToString())], until);
    }

    /// <summary>They did not want it, or did not answer in time. Nothing when nobody was asked.</summary>
    public Happening? PassOn(string name, bool answered, DateTimeOffset now)
    {
        if (OfferedTo is not { } asked)
            return null;
        PassedBy = [.. PassedBy.Where(p => p != asked.Value), asked.Value];
        (OfferedTo, OfferedUntil, PassedAt) = (null, null, now);
        return new LinePassed(Id.Value, Number, asked.Value, name, answered);
    }
}
