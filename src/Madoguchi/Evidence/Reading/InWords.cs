using System.Globalization;
using Madoguchi.Shared;

namespace Madoguchi.Evidence.Reading;

/// <summary>What was read, in plain words, with as much weight as it can carry and no more.</summary>
public static class InWords
{
    /// <summary>Label and value, line by line; times that need the reader's zone are drawn by the page.</summary>
    public static IEnumerable<(string Label, string Value)> Lines(EvidenceRead read, Tongue t)
    {
        if (read.Unreadable is true)
            yield return ("", t["壊れているか、大きすぎて、中までは読めません。届いたままの形で保管しています。", "Broken or too large to be looked into; it is kept as it came."]);
        if (read.TakenAt is { } taken)
            yield return (t["撮影", "Taken"], Taken(taken, t));
        if (read.Device is { } device)
            yield return (t["機器", "Device"], device);
        if (read.Kind == EvidenceRead.Picture && read.HasPlace is true)
            yield return (t["場所", "Place"], t["撮影場所の記録があります(読み出しません)", "recorded in it; it is not read out"]);
        if (read.Kind == EvidenceRead.Picture && read is { Unreadable: null, TakenAt: null, Device: null })
            yield return ("", t["撮影の記録は入っていません(画面の画像ではふつうのことです)", "It carries no record of when or with what it was taken; with screenshots that is usual."]);
        if (read.From is { } from)
            yield return (t["差出人", "From"], from);
        if (read.To is { } to)
            yield return (t["宛先", "To"], to);
        if (read.Subject is { } subject)
            yield return (t["件名", "Subject"], subject);
        if (read.MessageId is { } id)
            yield return ("Message-ID", id);
        if (read.Address is { } address)
            yield return (t["ページ", "Page"], address);
        if (read.Software is { } software)
            yield return (t["ソフト", "Software"], software);
    }

    public static string Taken(string at, Tongue t) => at.Length > 19
        ? t[$"{at[..10]} {at[11..19]}(機器の時計、{at[19..]})", $"{at[..10]} {at[11..19]} (by the device’s clock, {at[19..]})"]
        : t[$"{at.Replace('T', ' ')}(機器の時計。時差の記録なし)", $"{at.Replace('T', ' ')} (by the device’s clock, zone not recorded)"];

    /// <summary>To the second, by the clock of Japan, so that it can be laid beside a log.</summary>
    public static string Clock(DateTimeOffset at, Tongue t) => at.ToOffset(TimeSpan.FromHours(9)).ToString(t["M月d日 H:mm:ss", "d MMM, H:mm:ss 'JST'"], t.Culture);

    public static string Hop(Hop hop, Tongue t) => (hop.From, hop.By) switch
    {
        ({ } from, { } by) => $"{from} → {by}",
        (null, { } by) => t[$"{by} が受け取り", $"received by {by}"],
        ({ } from, null) => t[$"{from} から", $"from {from}"],
        _ => t["書かれていません", "not said"],
    };

    /// <summary>Since the station before. Before it: then the two clocks differ, and that is all it says.</summary>
    public static string? Gap(Hop hop, Tongue t) => hop.Seconds switch
    {
        null => hop.At is null ? t["時刻が読めません", "no legible time"] : null,
        < 0 and var behind => t[$"前より {Long(-behind, t)} 早い: 時計がずれています", $"{Long(-behind, t)} earlier than the one before: the clocks differ"],
        { } after => t[$"{Long(after, t)}後", $"{Long(after, t)} later"],
    };

    public static string Noted(NotedResult noted, Tongue t) =>
        $"{noted.Method.ToUpperInvariant()} {Result(noted.Result, t)}{(noted.Of is { } of ? t[$"({of})", $" ({of})"] : "")}";

    /// <summary>What all of this weighs.</summary>
    public static string Weight(Tongue t) => t[
        "これは、受け取ったサーバーなどがメールに書き残したことです。ファイルを書き換えられる人は、これも書き換えられます。これだけでは証明になりません。製品の記録と見くらべてください。署名の照合は、メールの受け口ができてからです。",
        "This is what receiving servers and others noted in the mail. Whoever can edit a file can edit this: alone it proves little. Compare it with the product’s log. Verifying signatures comes with the mail channel."];

    private static string Result(string result, Tongue t) => result switch
    {
        "pass" => t["合格", "passed"],
        "fail" or "softfail" or "permerror" or "temperror" => t[$"不合格 ({result})", $"failed ({result})"],
        "none" or "neutral" => t[$"判定なし ({result})", $"no verdict ({result})"],
        _ => result,
    };

    private static string Long(long seconds, Tongue t) => seconds switch
    {
        < 120 => t[$"{seconds}秒", seconds == 1 ? "1 second" : $"{seconds} seconds"],
        < 7_200 => t[$"{seconds / 60}分", $"{seconds / 60} minutes"],
        < 172_800 => t[$"{seconds / 3_600}時間", $"{seconds / 3_600} hours"],
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:#,0}") + t["日", " days"],
    };
}
