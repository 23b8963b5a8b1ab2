using Madoguchi.Cases.Timeline;

namespace Madoguchi.Line;

public sealed partial class Ticket
{
    /// <summary>A slip of the finger costs nobody their place.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromMinutes(10);

    /// <summary>They left by their own wish just now: the old place is still theirs.</summary>
    public bool MayTakeBack(LineLeft? left, DateTimeOffset now) =>
        State is TicketState.Left && left is { Because: LineLeft.ByCustomer } && left.Ticket == Id.Value && EndedAt is { } ended && now <= ended + Regret;

    /// <summary>As if they had not left.</summary>
    public Happening TakeBackLeaving()
    {
        (State, EndedAt, HeldUntil) = (TicketState.Waiting, null, null);
        return new LineJoined(Id.Value, Number, Through is Through.Call, Low, High, NotBefore, NotAfter);
    }
}
