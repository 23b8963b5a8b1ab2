using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Calls.CallingBack;

/// <summary>How a call back stands. Late goes before everything.</summary>
public enum CallBackDue { Late, Now, Window, Later, OnThePhone }

/// <summary>What was promised about a call back, watched until it is kept. Its id is the ticket's.</summary>
public sealed class Promise
{
    /// <summary>The desk is reminded so long before.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public required Id<Promise> Id { get; init; }

    /// <summary>By when.</summary>
    public required DateTimeOffset Until { get; set; }
    public DateTimeOffset? RemindedAt { get; set; }
    public DateTimeOffset? BrokenAt { get; set; }

    public static Id<Promise> Of(Id<Ticket> ticket) => new(ticket.Value);

    public static DateTimeOffset? Of(Ticket ticket) => ticket.Promised;

    public static CallBackDue Due(Ticket ticket, DateTimeOffset now) => ticket switch
    {
        { State: TicketState.Called or TicketState.Serving } => CallBackDue.OnThePhone,
        _ when ticket.Promised < now => CallBackDue.Late,
        _ when ticket.IsRipe(now) => CallBackDue.Now,
        { State: TicketState.Waiting, NotAfter: not null } => CallBackDue.Window,
        _ => CallBackDue.Later,
    };

    /// <summary>Whether somebody has to be told now; a promise made anew is watched anew.</summary>
    /// <param name="until">What holds now.</param>
    /// <returns>Null: nothing to tell. True: it is broken.</returns>
    public bool? Watch(DateTimeOffset until, DateTimeOffset now)
    {
        if (until != Until)
            (Until, RemindedAt, BrokenAt) = (until, null, null);
        if (now > until && BrokenAt is null)
        {
            BrokenAt = now;
            return true;
        }

        if (now > until || now < until - Ahead || RemindedAt is not null)
            return null;
        RemindedAt = now;
        return false;
    }
}
