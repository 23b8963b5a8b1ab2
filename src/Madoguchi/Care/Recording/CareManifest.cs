using System.Text.Json.Nodes;
using Madoguchi.Cases.Timeline;

namespace Madoguchi.Care.Recording;

/// <summary>What the record of a case holds, for the employer's duty: enough for somebody without us to check each entry on the case's chain.</summary>
/// <param name="LastEntry">The newest entry when it was made, and the hash that closes the chain.</param>
/// <param name="Files">What lies beside, with its hash.</param>
public sealed record CareManifest(string Format, Guid CaseId, string CustomerNumber, DateTimeOffset MadeAt, string MadeBy, int LastEntry, string ChainSha256, IReadOnlyList<RecordedFile> Files)
{
    public const string Version = "madoguchi-care-1";
}

public sealed record RecordedFile(string File, long Size, string Sha256);

/// <param name="Salt">With it and the body the hash can be reckoned anew.</param>
public sealed record RecordedEntry(int Entry, DateTimeOffset At, string Kind, By By, bool Internal, JsonNode? Body, string Salt, string Sha256)
{
    public static RecordedEntry Of(Entry entry) =>
        new(entry.Number, entry.At, entry.Kind, entry.By, entry.Internal, JsonNode.Parse(entry.Body), Convert.ToHexStringLower(entry.Salt), Convert.ToHexStringLower(entry.Hash));
}

/// <summary>What lies in a record, for whoever opens it in ten years.</summary>
public static class CareReadme
{
    public const string Text = """
        対応の記録 / Record of care
        ===========================

        index.html     ふつうの言葉で読める目次と経緯です。まずこれを開いてください。 / The record in plain words: open this first.
        entries.json   この用件の経緯のすべて(社内のものを含む)。sha256 は前の項目とつながる値です。
                       / Everything on this case's record, internal entries too. "sha256" links each entry to the one before.
        care.json      たたんだ言葉、開いて読んだ人、取った手順とその理由、責任者とのお約束。
                       / Folded words, who unfolded them, the steps taken and why, supervisors promised.
        manifest.json  作った時刻、作った人、各ファイルの SHA-256。 / When and by whom it was made, the hash of each file.
        SHA256SUMS     照合のための一覧です。 / The list to check against:  sha256sum -c SHA256SUMS

        この記録は、働く人を守る事業主の務めのためのものです。お客様個人についての判断ではありません。取り扱いにご注意ください。
        / This is kept for the employer's duty to protect those who work here. It is no verdict on a customer. Handle it with care.

        """;
}
