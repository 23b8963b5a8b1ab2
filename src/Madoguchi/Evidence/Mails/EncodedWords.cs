using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Evidence.Mails;

/// <summary>Words of other alphabets in a header (RFC 2047), as they are written in Japan too: ISO-2022-JP, Shift_JIS, EUC-JP.</summary>
public static partial class EncodedWords
{
    private const int Longest = 4_000;

    // A closed list: what a stranger names is not looked up anywhere else.
    private static readonly Dictionary<string, string> Charsets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = "utf-8", ["us-ascii"] = "us-ascii", ["ascii"] = "us-ascii", ["iso-8859-1"] = "iso-8859-1", ["iso-8859-15"] = "iso-8859-15", ["windows-1252"] = "windows-1252", ["iso-8859-2"] = "iso-8859-2",
        ["windows-1251"] = "windows-1251", ["koi8-r"] = "koi8-r", ["iso-2022-jp"] = "iso-2022-jp", ["shift_jis"] = "shift_jis", ["shift-jis"] = "shift_jis", ["sjis"] = "shift_jis", ["windows-31j"] = "shift_jis",
        ["cp932"] = "shift_jis", ["euc-jp"] = "euc-jp", ["gb2312"] = "gb2312", ["gbk"] = "gb2312", ["gb18030"] = "gb18030", ["big5"] = "big5", ["euc-kr"] = "euc-kr", ["ks_c_5601-1987"] = "euc-kr",
    };

    /// <summary>What cannot be read stays as it is written.</summary>
    public static string Read(string value)
    {
        var text = value.Length > Longest ? value[..Longest] : value;
        if (!text.Contains("=?", StringComparison.Ordinal))
            return text;
        var (read, at, before) = (new StringBuilder(), 0, false);
        // Neighbours of one alphabet are read together: some programs cut a sign in two.
        var (bytes, charset) = (new List<byte>(), "");
        foreach (Match word in Word().Matches(text))
        {
            var between = text[at..word.Index];
            if (Decoded(word.Groups[2].Value, word.Groups[3].Value) is not { } part || !Charsets.TryGetValue(word.Groups[1].Value, out var name))
                continue;
            var joined = before && string.IsNullOrWhiteSpace(between);
            if (!joined || name != charset)
                Flush();
            if (!joined)
                read.Append(between);
            bytes.AddRange(part);
            (charset, before, at) = (name, true, word.Index + word.Length);
        }

        Flush();
        return read.Append(text[at..]).ToString();

        void Flush()
        {
            if (bytes.Count > 0)
                read.Append((CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetString([.. bytes]));
            bytes.Clear();
        }
    }

    private static byte[]? Decoded(string how, string text)
    {
        if (how is "B" or "b")
        {
            var padded = text.TrimEnd('=');
            padded += new string('=', (4 - padded.Length % 4) % 4);
            var bytes = new byte[padded.Length];
            return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
        }

        var quoted = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
                quoted.Add(text[i] == '_' ? (byte)' ' : (byte)text[i]);
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                quoted.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
                return null;
        }

        return [.. quoted];
    }

    [GeneratedRegex(@"=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{0,20})?\?([BbQq])\?([!->@-~]{0,2000})\?=")]
    private static partial Regex Word();
}
