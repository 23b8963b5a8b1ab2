using System.Globalization;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Entries;

public static class FileSize
{
    public static string Of(long bytes, Tongue t) => bytes switch
    {
        < 1024 => t[$"{bytes} バイト", $"{bytes} bytes"],
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
    };
}
