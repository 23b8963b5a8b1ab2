using System.Text;
using Madoguchi.Cases.Wording;

namespace Madoguchi.Cases.Anonymizing;

/// <summary>Words without the person who said them (匿名化): for quotes, for practice, for whoever designs the product. What may be somebody's is taken out rather than left in.</summary>
public static class Anonymous
{
    private enum What { Link, Mail, Phone, Address, Number, Name }

    private readonly record struct Span(int Start, int Length, What What)
    {
        public int End => Start + Length;
    }

    /// <param name="text">Any words, in Japanese or English.</param>
    /// <param name="names">Who is known to be behind them: names, readings, companies, customer numbers. Parts of a name count too.</param>
    public static string Of(string text, params IEnumerable<string?> names)
    {
        var plain = Shade.Of(text);
        List<Span> found =
        [
            .. Private.Links().Matches(plain).Select(m => new Span(m.Index, m.Length, What.Link)),
            .. Private.Mails().Matches(plain).Select(m => new Span(m.Index, m.Length, What.Mail)),
            .. Telephone.In(Shade.Folded(plain)).Select(t => new Span(t.Start, t.Length, What.Phone)),
            .. Private.Addresses(plain).Select(a => new Span(a.Start, a.Length, What.Address)),
            .. Private.Numbers(plain).Select(n => new Span(n.Start, n.Length, What.Number)),
            .. Named.In(plain, names).Select(n => new Span(n.Start, n.Length, What.Name)),
        ];
        return found.Count == 0 ? text : Without(text, Joined(found), Shade.IsJapanese(text));
    }

    // What overlaps is one thing, named after what was found first: a mail address in a link is a link.
    private static List<Span> Joined(List<Span> found)
    {
        var joined = new List<Span>();
        foreach (var span in found.OrderBy(s => s.Start).ThenBy(s => s.What))
        {
            if (joined is [.., var last] && span.Start < last.End)
                joined[^1] = last with { Length = Math.Max(last.End, span.End) - last.Start, What = span.What < last.What ? span.What : last.What };
            else
                joined.Add(span);
        }

        return joined;
    }

    private static string Without(string text, List<Span> spans, bool isJapanese)
    {
        var (kept, at) = (new StringBuilder(text.Length), 0);
        foreach (var span in spans)
        {
            kept.Append(text, at, span.Start - at).Append(isJapanese ? InJapanese(span.What) : InEnglish(span.What));
            at = span.End;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static string InJapanese(What what) => what switch
    {
        What.Link => "〔リンク〕",
        What.Mail => "〔メールアドレス〕",
        What.Phone => "〔電話番号〕",
        What.Address => "〔住所〕",
        What.Number => "〔番号〕",
        What.Name => "〔お名前〕",
    };

    private static string InEnglish(What what) => what switch
    {
        What.Link => "[link]",
        What.Mail => "[mail address]",
        What.Phone => "[telephone]",
        What.Address => "[address]",
        What.Number => "[number]",
        What.Name => "[name]",
    };
}
