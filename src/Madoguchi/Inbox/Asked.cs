using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Inbox;

/// <summary>Which cases are asked for. Everything may be left out: then it is all that one may see.</summary>
public sealed record Asked(string? Desk = null, Status? Status = null, Queue? Queue = null, bool Mine = false, Cursor? After = null, string? Tag = null);

/// <summary>Where a page ended: what comes after it stays after it, however much is written meanwhile.</summary>
/// <param name="Rank">How urgent, in the lists that begin with what is.</param>
public sealed record Cursor(DateTimeOffset ActiveAt, Id<Case> Id, int Rank = 0)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Moment.ToUnixMicroseconds(ActiveAt)} {Id} {Rank}")));

    public static Cursor? Read(string text)
    {
        if (!Base64Url.IsValid(text) || Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is not [var micros, var id, [>= '0' and <= '3' and var rank]])
            return null;
        return long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 1L << 52 && Id<Case>.TryParse(id, null, out var last)
            ? new Cursor(Moment.FromUnixMicroseconds(at), last, rank - '0') : null;
    }
}
