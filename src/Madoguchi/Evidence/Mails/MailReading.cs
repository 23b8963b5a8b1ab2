using Madoguchi.Evidence.Reading;

namespace Madoguchi.Evidence.Mails;

/// <summary>What a mail's head says, as a kept file or as pasted text.</summary>
public static class MailReading
{
    private const int Longest = 500;

    /// <summary>A mail; a web page as browsers keep it in one (MHTML); or nothing when it is neither.</summary>
    public static EvidenceRead? Read(ReadOnlySpan<byte> start)
    {
        if (MailHeaders.Read(start) is not { } headers)
            return null;
        var at = MailDate.Read(headers.First("Date"));
        var (from, subject) = (Words(headers, "From"), Words(headers, "Subject"));
        if (headers.First("Snapshot-Content-Location") is { } address)
            return new EvidenceRead(EvidenceRead.Page, Subject: subject, SentAt: at, Address: OneLine.Clean(address, Longest));
        var (route, noted) = (Route.Of(headers.Each("Received"), at), NotedResults.Of(headers.Each("Authentication-Results")));
        var more = headers.More || headers.Each("Received").Count() > Route.MostHops || noted.Count == NotedResults.Most;
        return new EvidenceRead(EvidenceRead.Mail, From: from, To: Words(headers, "To"), Subject: subject, SentAt: at, MessageId: OneLine.Clean(headers.First("Message-ID")?.Trim('<', '>', ' '), Longest),
            Software: Words(headers, "X-Mailer") ?? Words(headers, "User-Agent"), Route: route, Noted: noted, Signature: Signatures.Of(headers), More: more ? true : null);
    }

    private static string? Words(MailHeaders headers, string name) => headers.First(name) is { } value ? OneLine.Clean(EncodedWords.Read(value), Longest) : null;
}
