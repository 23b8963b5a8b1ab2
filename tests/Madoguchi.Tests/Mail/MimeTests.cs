using Madoguchi.Mail;
using Madoguchi.Mail.Writing;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Mail;

public sealed class MimeTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("お返事が届いています", "アカウント窓口")]
    [InlineData("Your answer", "Technical desk")]
    [InlineData("絵文字 👩‍👩‍👧 と、とても長い件名。とても長い件名。とても長い件名。とても長い件名。とても長い件名。とても長い件名。とても長い件名。", "\"Desk\" <evil@example.com>, =?utf-8?Q?x?=")]
    [InlineData("", ".")]
    public void What_was_written_is_read_again(string subject, string name)
    {
        var mail = Eml.Read(Mime.Write(new("0123", "help@example.test", name, "yamano@example.jp", subject, "一行目\n.\n\n三行目 https://example.test/c/mt_x\n", "ja", At)));

        Assert.Equal((subject, $"{name} <help@example.test>", "yamano@example.jp"), (mail["Subject"], mail["From"], mail["To"]));
        Assert.Equal("一行目\r\n.\r\n\r\n三行目 https://example.test/c/mt_x\r\n\r\n", mail.Text);
        Assert.Equal(("<0123@example.test>", "Sun, 22 Nov 2026 09:30:00 +0000", "ja"), (mail["Message-ID"], mail["Date"], mail["Content-Language"]));
    }

    [Theory]
    [InlineData("hello\r\nBcc: all@example.com")]
    [InlineData("hello\nBcc: all@example.com")]
    [InlineData("hello\u2028Bcc: all@example.com\0")]
    public void Nobody_writes_a_header_into_a_name_or_a_subject(string evil)
    {
        var mail = Eml.Read(Mime.Write(new("0123", "help@example.test", evil, "yamano@example.jp", evil, "x", "ja", At)));

        Assert.DoesNotContain("Bcc", mail.Headers.Keys);
        Assert.Equal(10, mail.Headers.Count);
    }

    [Theory]
    [InlineData("yamano@example.jp", "yamano@example.jp")]
    [InlineData("Ｙａｍａｎｏ＠ｅｘａｍｐｌｅ．ｊｐ", "Yamano@example.jp")]
    [InlineData("  o'brien+help@sub.example.co.uk ", "o'brien+help@sub.example.co.uk")]
    [InlineData("yamano@例え.jp", "yamano@xn--r8jz45g.jp")]
    [InlineData("a@b", null)]
    [InlineData("a b@example.com", null)]
    [InlineData("a@example.com\r\nRCPT TO:<b@example.com>", null)]
    [InlineData("a>@example.com", null)]
    [InlineData("-oQ/tmp@example.com", null)]
    [InlineData("a@b@example.com", null)]
    [InlineData("a..b@example.com", null)]
    [InlineData("山野@example.com", null)]
    [InlineData("a@-example.com", null)]
    [InlineData("ありません", null)]
    public void An_address_is_one_that_a_mail_server_understands(string typed, string? understood) => Assert.Equal(understood, MailAddress.Of(typed));

    [Theory]
    [InlineData("yamano@example.jp", "y…@example.jp")]
    [InlineData("a@example.jp", "a…@example.jp")]
    public void A_masked_address_tells_its_owner_enough(string address, string masked) => Assert.Equal(masked, MailAddress.Masked(address));
}
