using Madoguchi.Cases.Timeline;

namespace Madoguchi.Line;

public sealed partial class Ticket
{
    // Longer than any line is: whoever was told too early that it works has waited before.
    private static readonly TimeSpan TheFront = TimeSpan.FromDays(1);

    /// <summary>What was thought to be mended is not: whoever waits in line, or has left it because it seemed solved, comes next. Nothing where their turn has come already.</summary>
    public Happening? ToTheFront(LineLeft? left)
    {
        var solved = State is TicketState.Left && left is { Because: LineLeft.Solved } && left.Ticket == Id.Value;
        if (!solved && (State is not TicketState.Waiting || IsFirst))
            return null;
        (State, EndedAt, HeldUntil, IsFirst) = (TicketState.Waiting, null, null, true);
        (NotBefore, NotAfter) = (null, null);
        Rank = JoinedAt - TheFront;
        return new LineReturned(Id.Value, Number);
    }
}
