using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public enum WithdrawRefusal { NotYours, WithAnotherDesk, TooLate }

public sealed partial class Case
{
    /// <summary>Words can be taken back this long, or as long as the other side has not read them.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromMinutes(10);

    /// <summary>What was said is taken back: its author does it, or for the desk's words somebody of the desk. The first words are the matter itself and stay.</summary>
    /// <param name="isRead">The other side has seen it.</param>
    /// <param name="unanswered">Since when the customer would wait again, when these were the only words that answered them.</param>
    public Result<Happening, WithdrawRefusal> Withdraw(Entry said, Caller by, bool isRead, DateTimeOffset? unanswered, DateTimeOffset now)
    {
        var own = said.Role is Role.Agent ? by.Agent is not null : said.Role is Role.Customer && by.Customer is not null;
        if (!own || said.Number == 1 || said.What is not (MessageSaid or FileAttached))
            return WithdrawRefusal.NotYours;
        if (by.Agent is { } agent && said.ById != agent.Id.Value && !agent.WorksAt(DeskId))
            return WithdrawRefusal.WithAnotherDesk;
        if (isRead && now > said.At + Regret)
            return WithdrawRefusal.TooLate;

        if (unanswered is { } since && Go(Move.DeskTakesBack, now))
            CustomerWaitingSince = since;
        return new MessageWithdrawn(said.Number);
    }
}
