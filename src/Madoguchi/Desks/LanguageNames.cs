using Madoguchi.Shared;

namespace Madoguchi.Desks;

public static class LanguageNames
{
    /// <summary>A language by its name, as a reader of the other one calls it.</summary>
    public static string Of(string code, Tongue t) => code.Split('-')[0] switch
    {
        "ja" => t["日本語", "Japanese"],
        "en" => t["英語", "English"],
        "zh" => t["中国語", "Chinese"],
        "ko" => t["韓国語", "Korean"],
        "vi" => t["ベトナム語", "Vietnamese"],
        "pt" => t["ポルトガル語", "Portuguese"],
        "es" => t["スペイン語", "Spanish"],
        "fr" => t["フランス語", "French"],
        "de" => t["ドイツ語", "German"],
        "th" => t["タイ語", "Thai"],
        "id" => t["インドネシア語", "Indonesian"],
        "ne" => t["ネパール語", "Nepali"],
        _ => code,
    };
}
