using Madoguchi.Evidence.Reading;
using Madoguchi.Shared;

namespace Madoguchi.Evidence.Asking;

/// <summary>What is asked for and what came, as people call it.</summary>
public static class EvidenceNames
{
    public static string Of(string wanted, Tongue t) => wanted switch
    {
        "capture" => t["画面の画像(スクリーンショット)", "a picture of the screen"],
        "mail" => t["届いたメール(ヘッダー付き)", "the mail, with its headers"],
        "errorText" => t["エラーの文面", "the words of the error"],
        "file" => t["ファイル", "a file"],
        _ => wanted,
    };

    public static string Of(Wanted wanted, Tongue t) => Of(AskingMapping.Name(wanted), t);

    public static string All(IEnumerable<string> wanted, Tongue t) => string.Join(t["、", ", "], wanted.Select(w => Of(w, t)));

    public static string Of(AskedDevice device, Tongue t) => device switch
    {
        AskedDevice.IPhone => "iPhone / iPad",
        AskedDevice.Android => "Android",
        AskedDevice.Windows => "Windows",
        AskedDevice.Mac => "Mac",
        AskedDevice.Other => t["そのほか", "Other"],
    };

    public static string Kind(string kind, Tongue t) => kind switch
    {
        EvidenceRead.Picture => t["画像", "Picture"],
        EvidenceRead.Mail => t["メール", "Mail"],
        EvidenceRead.Page => t["保存されたページ", "Kept web page"],
        EvidenceRead.Traffic => t["通信の記録(HAR)", "Network record (HAR)"],
        EvidenceRead.Pdf => "PDF",
        EvidenceRead.Text => t["文章", "Text"],
        _ => t["ファイル", "File"],
    };

    /// <summary>Enough of a hash to read out and compare.</summary>
    public static string Known(string sha256) => $"{sha256[..4]} {sha256[4..8]} {sha256[8..12]}";
}
