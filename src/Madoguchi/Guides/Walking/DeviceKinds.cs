using Madoguchi.Shared;

namespace Madoguchi.Guides.Walking;

/// <summary>Whether what a guide says for one kind of device is for the device at hand, by the words that people and browsers use for them.</summary>
public static class DeviceKinds
{
    private static readonly (string Label, string[] Known)[] Words =
    [
        ("iphone", ["iphone", "ios"]), ("ipad", ["ipad"]), ("ios", ["iphone", "ipad", "ios"]), ("アイフォン", ["iphone", "ios"]), ("android", ["android", "アンドロイド"]), ("アンドロイド", ["android", "アンドロイド"]),
        ("スマートフォン", ["iphone", "ios", "android"]), ("スマホ", ["iphone", "ios", "android"]), ("smartphone", ["iphone", "ios", "android"]), ("windows", ["windows"]), ("mac", ["mac"]),
        ("パソコン", ["windows", "mac", "linux", "chromeos", "パソコン"]), ("computer", ["windows", "mac", "linux", "chromeos", "パソコン"]),
    ];

    /// <param name="known">What is known of the customer's device: system, model.</param>
    public static bool Fits(Bilingual device, string known) => known.Length > 0 && new[] { device.Ja, device.En }.OfType<string>().Any(label =>
        Has(known, label) || Words.Any(w => Has(label, w.Label) && w.Known.Any(k => Has(known, k))));

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
