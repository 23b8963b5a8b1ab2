using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum SnoozeRefusal { WithAnotherDesk, Closed, NotAhead }

public sealed partial class Case
{
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    /// <summary>Laid aside until a time: on hold, and back by itself.</summary>
    public Result<IReadOnlyList<Happening>, SnoozeRefusal> Snooze(DateTimeOffset until, CurrentAgent agent, DateTimeOffset now)
    {
        if (!agent.WorksAt(DeskId))
            return SnoozeRefusal.WithAnotherDesk;
        if (IsClosed)
            return SnoozeRefusal.Closed;
        if (until <= now || until > now + LongestSnooze)
            return SnoozeRefusal.NotAhead;
        if (SnoozedUntil == until && SnoozedBy == agent.Id)
            return Array.Empty<Happening>();

        (SnoozedUntil, SnoozedBy) = (until, agent.Id);
        return new Happening[] { new Snoozed(until) };
    }

    /// <summary>An agent wants it back before its time.</summary>
    public Result<IReadOnlyList<Happening>, SnoozeRefusal> Unsnooze(CurrentAgent agent) =>
        !agent.WorksAt(DeskId) ? SnoozeRefusal.WithAnotherDesk : Wake(Woke.ByAgent) is { } woke ? new Happening[] { woke } : Array.Empty<Happening>();

    /// <summary>Its time has come; nothing when it has been taken up, or laid aside for longer, meanwhile.</summary>
    public Happening? WakeAt(DateTimeOffset now) => SnoozedUntil <= now ? Wake(Woke.OfTime) : null;

    private Woke? Wake(string because)
    {
        if (SnoozedUntil is null)
            return null;
        var by = SnoozedBy == CurrentAgent.Bootstrap.Id ? null : SnoozedBy;
        (SnoozedUntil, SnoozedBy) = (null, null);
        return new Woke(because, by?.Value);
    }
}
