using Madoguchi.Cases.Timeline;
using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Bundling;

/// <summary>What a bundle of evidence holds: enough for somebody without us to check each file, and to find it on the case's chain.</summary>
/// <param name="LastEntry">The case's newest entry when the bundle was made, and the hash that closes its chain.</param>
public sealed record Manifest(string Format, Guid CaseId, string CustomerNumber, DateTimeOffset MadeAt, int LastEntry, string ChainSha256, IReadOnlyList<BundledItem> Items)
{
    public const string Version = "madoguchi-evidence-1";
}

/// <param name="File">Its path in the bundle.</param>
/// <param name="EntrySha256">The hash of its entry on the timeline, which covers its own.</param>
public sealed record BundledItem(Guid Id, string File, string Name, string Type, long Size, string Sha256, DateTimeOffset ReceivedAt, By By, int Entry, string EntrySha256, EvidenceRead Read);

/// <summary>Names of files in a bundle: numbered, so that none is there twice, and with nothing that a system could take for more than a name.</summary>
public static class BundledName
{
    public static string Of(int number, string name) =>
        $"originals/{number:000}-{new string([.. name.Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c) ? '_' : c)])}";
}
