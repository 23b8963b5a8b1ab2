using System.Globalization;

namespace Madoguchi.Mail.Sending;

public enum Tls { None, StartTls, Always }

public sealed record SmtpServer(string Host, int Port, Tls Tls, string? User, string? Password);

/// <summary>What is set under <c>Madoguchi:Smtp</c> and <c>Madoguchi:Mail</c>.</summary>
/// <param name="Server">Without one, letters become files.</param>
/// <param name="From">Our address.</param>
/// <param name="AnswersAfter">An answer that nobody has read for so long is mailed to a customer who is not there.</param>
/// <param name="LinkAfter">A customer who has been away for so long is sent the way back.</param>
/// <param name="ShowsMailbox">The demo, where anybody at this computer reads what would have been sent.</param>
public sealed record MailSettings(SmtpServer? Server, string From, string? Name, TimeSpan AnswersAfter, TimeSpan LinkAfter, bool ShowsMailbox)
{
    /// <summary>The settings, or the sentence that says what is wrong with them.</summary>
    public static (MailSettings? Settings, string? Wrong) Read(IConfiguration configuration)
    {
        var (smtp, mail) = (configuration.GetSection("Madoguchi:Smtp"), configuration.GetSection("Madoguchi:Mail"));
        var tls = smtp["Tls"] switch { null or "" or "starttls" => Tls.StartTls, "always" => Tls.Always, "none" => Tls.None, _ => (Tls?)null };
        if (tls is null)
            return (null, $"Madoguchi:Smtp:Tls is '{smtp["Tls"]}'; it is starttls, always or none.");
        if (Number(smtp["Port"], tls is Tls.Always ? 465 : 587) is not (> 0 and < 65536 and var port))
            return (null, $"Madoguchi:Smtp:Port is '{smtp["Port"]}'; a port number is needed.");
        var host = smtp["Host"] is { Length: > 0 } set ? set : null;
        if (host is not null && MailAddress.Of(smtp["From"] ?? "") is null)
            return (null, "Madoguchi:Smtp:From is missing or no mail address: whom shall the mails be from?");
        if (Number(mail["AnswersAfterSeconds"], 120) is not (>= 10 and var answers) || Number(mail["LinkAfterSeconds"], 600) is not (>= 60 and var link))
            return (null, "Madoguchi:Mail:AnswersAfterSeconds is at least 10, Madoguchi:Mail:LinkAfterSeconds at least 60.");
        return (new(host is null ? null : new(host, port, tls.Value, smtp["User"] is { Length: > 0 } user ? user : null, smtp["Password"]),
            MailAddress.Of(smtp["From"] ?? "") ?? "madoguchi@localhost.localdomain", smtp["Name"] is { Length: > 0 } name ? name : null, TimeSpan.FromSeconds(answers), TimeSpan.FromSeconds(link),
            host is null && configuration.GetValue<bool>("Madoguchi:Demo")), null);
    }

    private static int? Number(string? text, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
