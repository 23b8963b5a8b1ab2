using System.Text;

namespace Madoguchi.Evidence.Mails;

/// <summary>Comments in a header (RFC 5322 §3.2.2): they nest, and are no part of what is said.</summary>
internal static class Comments
{
    /// <summary>The value without them, each a blank; quoted strings stay whole.</summary>
    public static string Without(string value)
    {
        var (plain, depth, quoted) = (new StringBuilder(value.Length), 0, false);
        for (var i = 0; i < value.Length; i++)
        {
            var sign = value[i];
            if (sign == '\\' && i + 1 < value.Length)
            {
                i++;
                if (depth == 0)
                    plain.Append(value[i]);
            }
            else if (sign == '"' && depth == 0)
                quoted = !quoted;
            else if (sign == '(' && !quoted)
                depth++;
            else if (sign == ')' && !quoted && depth > 0)
            {
                depth--;
                plain.Append(' ');
            }
            else if (depth == 0)
                plain.Append(sign);
        }

        return plain.ToString();
    }
}
