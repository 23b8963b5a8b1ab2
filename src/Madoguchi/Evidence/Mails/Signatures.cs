using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Mails;

/// <summary>The place where signatures will be verified. Today it only says which there are: a verdict needs the mail's untouched bytes and the signer's key,
/// and comes with the mail channel, which fills in <see cref="MailSignature.Verified"/> and nothing else.</summary>
public static class Signatures
{
    private const int Most = 10;

    public static MailSignature? Of(MailHeaders headers)
    {
        var domains = headers.Each("DKIM-Signature").Take(Most).Select(Domain).OfType<string>().Distinct().ToList();
        return domains.Count == 0 ? null : new MailSignature(domains);
    }

    private static string? Domain(string signature) =>
        signature.Split(';').Select(t => t.Split('=', 2)).Where(t => t.Length == 2 && t[0].Trim() == "d").Select(t => OneLine.Clean(t[1].Trim().ToLowerInvariant(), 200)).FirstOrDefault();
}
