using System.Globalization;
using System.Text;

namespace Madoguchi.Setup.Demo;

/// <summary>What the customer of the demo has in hand, with times that fit the day on which it is planted.</summary>
internal static class DemoEvidence
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>A screen, with what a telephone writes beside it: when, with what offset.</summary>
    public static byte[] Capture(DateTimeOffset takenAt)
    {
        var when = Encoding.ASCII.GetBytes(takenAt.ToOffset(Tokyo).ToString("yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture) + "\0");
        var offset = "+09:00\0"u8.ToArray();
        // Two directories: the first leads to the second, which has the two texts behind it.
        const int Second = 8 + 2 + 12 + 4, Texts = Second + 2 + 2 * 12 + 4;
        return Screenshot.Png(0,
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, Second, 0, 0, 0, 0,
            0, 2, 0x90, 0x03, 0, 2, 0, 0, 0, (byte)when.Length, 0, 0, 0, Texts, 0x90, 0x11, 0, 2, 0, 0, 0, (byte)offset.Length, 0, 0, 0, (byte)(Texts + when.Length), 0, 0, 0, 0, .. when, .. offset,
        ]);
    }

    /// <summary>The second station's clock is some seconds slow.</summary>
    public static string Headers(string written, DateTimeOffset sentAt) =>
        string.Format(CultureInfo.InvariantCulture, written, At(sentAt), At(sentAt.AddSeconds(2)), At(sentAt.AddSeconds(-3)));

    private static string At(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("ddd, dd MMM yyyy HH:mm:ss '+0900'", CultureInfo.InvariantCulture);
}
