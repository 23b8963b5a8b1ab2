using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Madoguchi.ProductLog.Sending;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog.Reading;

/// <summary>Where a page of the log ended.</summary>
public sealed record EventCursor(DateTimeOffset Time, Id<ProductEvent> Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Moment.ToUnixMicroseconds(Time)} {Id}")));

    public static EventCursor? Read(string text) =>
        Base64Url.IsValid(text) && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is [var micros, var id]
        && long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Moment.ToUnixMicroseconds(EventTime.Latest) && Id<ProductEvent>.TryParse(id, null, out var last)
            ? new(Moment.FromUnixMicroseconds(at), last) : null;
}
