using Madoguchi.Cases;

namespace Madoguchi.Evidence.Asking;

/// <summary>What a desk can ask for.</summary>
public enum Wanted
{
    /// <summary>A picture of the screen.</summary>
    Capture,

    /// <summary>A mail with its full headers.</summary>
    Mail,

    /// <summary>The words of an error, as text.</summary>
    ErrorText,
    File,
}

/// <summary>Whose steps are shown.</summary>
public enum AskedDevice { IPhone, Android, Windows, Mac, Other }

public static class AskedDevices
{
    public static string Name(this AskedDevice device) => device.ToString().ToLowerInvariant();

    public static AskedDevice? Named(string? name) => Enum.GetValues<AskedDevice>().Cast<AskedDevice?>().FirstOrDefault(d => d!.Value.Name() == name); // of values: not null

    /// <summary>From whatever names a system, as facts and browsers do; nothing where it names none.</summary>
    public static AskedDevice? In(string? words) =>
        words is null ? null
        : Has(words, "iphone", "ipad", "ios") ? AskedDevice.IPhone
        : Has(words, "android", "pixel", "galaxy", "xperia", "aquos") ? AskedDevice.Android
        : Has(words, "windows") ? AskedDevice.Windows
        : Has(words, "macos", "mac os", "macbook", "imac", "macintosh") ? AskedDevice.Mac
        : null;

    /// <summary>What was told of the device; a browser's own word comes last.</summary>
    public static AskedDevice? Of(IEnumerable<Fact> facts) =>
        facts.Where(f => f.Key is "osVersion" or "os" or "model" or "browser").OrderBy(f => f.Key switch { "osVersion" => 0, "os" => 1, "model" => 2, _ => 3 }).Select(f => In(f.Value)).FirstOrDefault(d => d is not null);

    private static bool Has(string words, params string[] signs) => signs.Any(s => words.Contains(s, StringComparison.OrdinalIgnoreCase));
}
