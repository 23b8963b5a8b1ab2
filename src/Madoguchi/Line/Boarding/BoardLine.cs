using Madoguchi.Shared;

namespace Madoguchi.Line.Boarding;

/// <summary>A line at a glance: how it stands now, and how today has gone.</summary>
/// <param name="Waiting">Those whose turn could come now.</param>
/// <param name="LongestSince">Since when the one waits who waits longest.</param>
/// <param name="Away">Not there at their turn; the front is kept.</param>
/// <param name="Later">At a time they chose, or to be called again after a pause.</param>
/// <param name="Serving">Called, or being served.</param>
/// <param name="Answered">Their turn came for the first time today.</param>
/// <param name="Abandoned">Gone today without a turn (放棄呼). Who was helped meanwhile, or taken out by an agent, has not given up.</param>
/// <param name="AnsweredShare">Percent of both (応答率), rounded down; missing before the first.</param>
/// <param name="CallBacksDue">To be called now, and not late.</param>
/// <param name="CallBacksLate">Promised for earlier than now.</param>
public sealed record BoardLine(int Waiting, DateTimeOffset? LongestSince, int Away, int Later, int Serving, int Answered, int Abandoned, int? AnsweredShare, int CallBacksDue, int CallBacksLate)
{
    /// <param name="tickets">All who are in line, and all whose tickets ended today.</param>
    /// <param name="helped">Tickets that ended without a turn and without anybody giving up.</param>
    /// <param name="today">Its first moment.</param>
    public static BoardLine Of(IReadOnlyCollection<Ticket> tickets, IReadOnlySet<Id<Ticket>> helped, DateTimeOffset today, DateTimeOffset now)
    {
        var (ripe, answered, abandoned) = (tickets.Where(t => t.IsRipe(now)).ToList(), tickets.Count(t => t.FirstCalledAt >= today), tickets.Count(t => HasGivenUp(t) && t.EndedAt >= today && !helped.Contains(t.Id)));
        return new(
            ripe.Count, ripe.Count == 0 ? null : ripe.Min(WaitsSince), tickets.Count(t => t is { State: TicketState.Held, Through: Through.Chat }), tickets.Count(t => IsLater(t, now)),
            tickets.Count(t => t.State is TicketState.Called or TicketState.Serving), answered, abandoned, answered + abandoned == 0 ? null : answered * 100 / (answered + abandoned),
            ripe.Count(t => t.Through is Through.Call && !(t.Promised < now)), tickets.Count(t => t.Promised < now));
    }

    /// <summary>A chosen time is no waiting: it begins when the window opens.</summary>
    public static DateTimeOffset WaitsSince(Ticket ticket) => ticket is { NotAfter: not null, NotBefore: { } from } && from > ticket.JoinedAt ? from : ticket.JoinedAt;

    public static bool HasGivenUp(Ticket ticket) => ticket is { State: TicketState.Left, FirstCalledAt: null };

    private static bool IsLater(Ticket ticket, DateTimeOffset now) => !ticket.IsRipe(now) && ticket.State switch
    {
        TicketState.Waiting => true,
        TicketState.Held => ticket.Through is Through.Call,
        _ => false,
    };
}
