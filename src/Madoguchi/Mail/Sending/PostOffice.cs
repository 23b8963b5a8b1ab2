namespace Madoguchi.Mail.Sending;

/// <summary>Where letters go out.</summary>
public abstract class PostOffice
{
    /// <summary>Hands the letter over: when it returns, somebody else is responsible for it.</summary>
    /// <exception cref="RefusedException">It will not be taken, however often it is tried.</exception>
    public abstract Task Deliver(string messageId, string from, string to, byte[] mail, CancellationToken ct);

    public sealed class RefusedException(string why) : Exception(why);
}
