using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;

namespace Madoguchi.Line;

/// <summary>What came of a turn: helped, not there, did not answer the telephone, the number is somebody else's; or helped was a slip of the hand.</summary>
public enum TurnResult { Served, Away, NoAnswer, WrongNumber, NotServed }

public enum TurnRefusal { Unknown, NotTheirTurn }

public sealed partial class Ticket
{
    /// <summary>Who was away keeps the front this long.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>Nobody answered the telephone: the next attempt.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public const int MostAttempts = 3;

    /// <summary>So long, "served" can be taken back.</summary>
    public static readonly TimeSpan SlipOfTheHand = TimeSpan.FromMinutes(10);

    /// <summary>How much earlier than others of the same minute. Bounded, so that nobody waits for ever behind what is urgent.</summary>
    public static TimeSpan HeadStart(Priority priority) => TimeSpan.FromMinutes(priority switch
    {
        Priority.Urgent => 30,
        Priority.High => 10,
        _ => 0,
    });

    /// <summary>Their turn has come. A caller is called at once; a chat begins when its customer is there.</summary>
    public Happening Turn(CurrentAgent agent, DateTimeOffset now)
    {
        State = Through is Through.Call ? TicketState.Serving : TicketState.Called;
        (AgentId, HeldUntil, HeldAt, CalledAt) = (agent.IsBootstrap ? null : agent.Id, null, null, now);
        ForgetOffers();
        FirstCalledAt ??= now;
        Attempts++;
        return new LineCalled(Id.Value, Number, Through is Through.Call, Attempts);
    }

    /// <summary>The customer is there: the talk begins, or who was away has the front of the line again. Nothing when that changes nothing.</summary>
    public Happening? Arrive()
    {
        if (State is TicketState.Called)
        {
            State = TicketState.Serving;
            return null;
        }

        if (State is not TicketState.Held || Through is Through.Call)
            return null;
        (State, HeldUntil, HeldAt) = (TicketState.Waiting, null, null);
        return new LineReturned(Id.Value, Number);
    }

    /// <param name="line">The desk's own ways; the usual ones when missing.</param>
    /// <param name="hours">Nobody is called while the desk is closed.</param>
    public Result<Happening?, TurnRefusal> Outcome(TurnResult result, DateTimeOffset now, DeskLine? line = null, OpeningHours? hours = null)
    {
        if (result is TurnResult.Served && State is TicketState.Served)
            return (Happening?)null; // the same click twice
        if (result is TurnResult.NotServed)
            return GoOn(now);
        if (State is not (TicketState.Called or TicketState.Serving))
            return TurnRefusal.NotTheirTurn;
        if (result is TurnResult.Served)
        {
            End(TicketState.Served, now);
            return new LineServed(Id.Value, Number);
        }

        if (result is TurnResult.WrongNumber)
        {
            End(TicketState.Left, now);
            return new LineLeft(Id.Value, Number, LineLeft.WrongNumber);
        }

        if (result is TurnResult.NoAnswer && Attempts >= (line?.MostAttempts ?? MostAttempts))
        {
            End(TicketState.Left, now);
            return new LineLeft(Id.Value, Number, LineLeft.NotReached);
        }

        var until = now + (result is TurnResult.Away ? line is null ? Hold : TimeSpan.FromMinutes(line.HoldMinutes) : line is null ? Pause : TimeSpan.FromMinutes(line.PauseMinutes));
        if (result is TurnResult.NoAnswer && hours?.IsOpen(until) == false)
            until = hours.NextOpening(until) ?? until;
        (State, HeldAt, HeldUntil) = (TicketState.Held, now, until);
        return new LineHeld(Id.Value, Number, until, Through is Through.Call, Attempts);
    }

    // Nothing when the talk goes on anyway.
    private Result<Happening?, TurnRefusal> GoOn(DateTimeOffset now)
    {
        if (State is TicketState.Serving)
            return (Happening?)null;
        if (!WasJustServed(now))
            return TurnRefusal.NotTheirTurn;
        (State, EndedAt) = (TicketState.Serving, null);
        return new LineGoesOn(Id.Value, Number);
    }

    public bool WasJustServed(DateTimeOffset now) => State is TicketState.Served && now - EndedAt < SlipOfTheHand;

    /// <summary>Nothing when they are out of it already.</summary>
    public Result<Happening?, TurnRefusal> Leave(string because, DateTimeOffset now)
    {
        if (State is TicketState.Left)
            return (Happening?)null;
        if (State is TicketState.Served)
            return TurnRefusal.NotTheirTurn;
        End(TicketState.Left, now);
        return new LineLeft(Id.Value, Number, because);
    }

    /// <summary>They were away when their turn came, and did not come back while the front was kept.</summary>
    public Happening? GiveUp(DateTimeOffset now)
    {
        if (State is not TicketState.Held || Through is Through.Call || HeldUntil > now)
            return null;
        End(TicketState.Left, now);
        return new LineLeft(Id.Value, Number, LineLeft.Away);
    }

    private void End(TicketState state, DateTimeOffset now)
    {
        (State, EndedAt, HeldUntil, HeldAt) = (state, now, null, null);
        ForgetOffers();
    }

    private void ForgetOffers() => (OfferedTo, OfferedUntil, PassedAt, PassedBy) = (null, null, null, []);
}
