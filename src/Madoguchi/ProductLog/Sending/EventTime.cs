using System.Globalization;
using System.Text.RegularExpressions;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog.Sending;

/// <summary>A time as RFC 3339 has it, to the microsecond. A leap second is the second before it.</summary>
public static partial class EventTime
{
    /// <summary>Later, no calendar of ours goes.</summary>
    public static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset? Read(string text)
    {
        if (Shape().Match(text) is not { Success: true } read)
            return null;
        var seconds = read.Groups["s"].Value is "60" ? "59" : read.Groups["s"].Value;
        var plain = $"{read.Groups["day"].Value}T{read.Groups["hm"].Value}:{seconds}{read.Groups["f"].Value}{read.Groups["z"].Value.ToUpperInvariant()}";
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) && at >= DateTimeOffset.UnixEpoch && at < Latest ? at.ToMicroseconds() : null;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<hm>[0-9]{2}:[0-9]{2}):(?<s>[0-9]{2})(?<f>\.[0-9]{1,6})?[0-9]*(?<z>[Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Shape();
}
