using System.Diagnostics;
using Madoguchi.Shared;

namespace Madoguchi.Customers;

/// <summary>A sign and the word said for it on the telephone.</summary>
public readonly record struct SpokenSign(char Sign, string Word);

public sealed partial record CustomerNumber
{
    public IReadOnlyList<SpokenSign> Spoken(Tongue tongue) => [.. Value.Select(sign => new SpokenSign(sign, Word(sign, tongue)))];

    // English: ICAO's alphabet. Japanese: words that everybody knows and nobody hears as another letter: not パリ (heard as バリ), not
    // ビクトリー (written B), not カナダ (written K), not ゼブラ (half a ゼロ).
    private static string Word(char sign, Tongue t) => sign switch
    {
        '0' => t["ゼロ", "zero"],
        '1' => t["いち", "one"],
        '2' => t["に", "two"],
        '3' => t["さん", "three"],
        '4' => t["よん", "four"],
        '5' => t["ご", "five"],
        '6' => t["ろく", "six"],
        '7' => t["なな", "seven"],
        '8' => t["はち", "eight"],
        '9' => t["きゅう", "nine"],
        'A' => t["アメリカ", "Alfa"],
        'B' => t["ブラジル", "Bravo"],
        'C' => t["チョコレート", "Charlie"],
        'D' => t["デンマーク", "Delta"],
        'E' => t["エジプト", "Echo"],
        'F' => t["フランス", "Foxtrot"],
        'G' => t["ゴルフ", "Golf"],
        'H' => t["ホテル", "Hotel"],
        'J' => t["ジャパン", "Juliett"],
        'K' => t["キング", "Kilo"],
        'M' => t["マイク", "Mike"],
        'N' => t["ニューヨーク", "November"],
        'P' => t["ピアノ", "Papa"],
        'Q' => t["クイーン", "Quebec"],
        'R' => t["ラジオ", "Romeo"],
        'S' => t["スペイン", "Sierra"],
        'T' => t["テニス", "Tango"],
        'V' => t["ブイサイン", "Victor"],
        'W' => t["ワシントン", "Whiskey"],
        'X' => t["エックス線", "X-ray"],
        'Y' => t["ヨット", "Yankee"],
        'Z' => t["ズーム", "Zulu"],
        _ => throw new UnreachableException($"{sign} is no sign of a customer number."),
    };
}
