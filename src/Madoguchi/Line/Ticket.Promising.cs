namespace Madoguchi.Line;

public sealed partial class Ticket
{
    // "We try again at about three" is kept by a quarter past.
    private static readonly TimeSpan About = TimeSpan.FromMinutes(15);

    /// <summary>By when the customer was told to be called; nothing where only an estimate was shown, or somebody calls right now.</summary>
    public DateTimeOffset? Promised => this switch
    {
        { Through: not Through.Call } => null,
        { State: TicketState.Waiting } => NotAfter,
        { State: TicketState.Held, HeldUntil: { } again } => again + About,
        _ => null,
    };
}
