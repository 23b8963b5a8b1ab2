using System.Globalization;
using System.Text;
using Madoguchi.Evidence.Mails;
using Madoguchi.Evidence.Reading;

namespace Madoguchi.Tests.Evidence;

public sealed class MailReadingTests
{
    public const string Confirmation = """
        Return-Path: <no-reply@campaign.example>
        Received: by 2002:a05:6a20:3c9a with SMTP id x1; Sat, 21 Nov 2026 06:41:16 -0800 (PST)
        Received: from mail.campaign.example (mail.campaign.example. [192.0.2.10])
                by mx.mailbox.example with ESMTPS id abc (version=TLS1_3);
                Sat, 21 Nov 2026 23:41:15 +0900 (JST)
        Received: from web-3 (web-3.internal [10.0.0.3]) by mail.campaign.example (Postfix) with ESMTP id 4F1; Sat, 21 Nov 2026 14:41:20 +0000
        Authentication-Results: mx.mailbox.example; dkim=pass (ok; really) header.i=@campaign.example header.s=s1;
                spf=pass (sender ok) smtp.mailfrom=no-reply@campaign.example; dmarc=fail header.from=campaign.example
        DKIM-Signature: v=1; a=rsa-sha256; d=campaign.example; s=s1; b=abc
        From: =?ISO-2022-JP?B?GyRCJS0lYyVzJVohPCVzO3ZMMzZJGyhC?= <no-reply@campaign.example>
        To: yamano@mailbox.example
        Subject: =?UTF-8?B?56K66KqN55Wq?= =?UTF-8?B?5Y+3IDEyMzQ1Ng==?=
        Date: Sat, 21 Nov 2026 23:41:09 +0900
        Message-ID: <20261121.4F1@campaign.example>
        X-Mailer: Campaigner 2

        The code is 123456.
        """;

    [Fact]
    public void A_mails_head_is_read()
    {
        var read = Read(Confirmation);

        Assert.Equal((EvidenceRead.Mail, "キャンペーン事務局 <no-reply@campaign.example>", "確認番号 123456"), (read.Kind, read.From, read.Subject));
        Assert.Equal(("20261121.4F1@campaign.example", "yamano@mailbox.example", "Campaigner 2"), (read.MessageId, read.To, read.Software));
        Assert.Equal(At("2026-11-21T14:41:09Z"), read.SentAt);
        Assert.Equal(["campaign.example"], read.Signature!.Domains);
        Assert.Null(read.Signature.Verified); // nobody has
        Assert.Equal(["dkim=pass @campaign.example", "spf=pass no-reply@campaign.example", "dmarc=fail campaign.example"], read.Noted!.Select(n => $"{n.Method}={n.Result} {n.Of}"));
        Assert.All(read.Noted!, n => Assert.Equal("mx.mailbox.example", n.Server));
    }

    [Fact]
    public void The_way_is_told_from_its_beginning_and_clocks_that_differ_are_seen()
    {
        var route = Read(Confirmation).Route!;

        Assert.Equal(["web-3 [10.0.0.3]", "mail.campaign.example [192.0.2.10]", null], route.Select(h => h.From));
        Assert.Equal(["mail.campaign.example", "mx.mailbox.example", "2002:a05:6a20:3c9a"], route.Select(h => h.By));
        Assert.Equal([11, -5, 1], route.Select(h => h.Seconds!.Value));
    }

    [Theory]
    [InlineData("Sat, 21 Nov 2026 23:41:09 +0900", "2026-11-21T14:41:09Z")]
    [InlineData("21 Nov 26 23:41 JST", "2026-11-21T14:41:00Z")]
    [InlineData("Sat, 21 Nov 2026 23:41:60 GMT (leap)", "2026-11-21T23:41:59Z")]
    [InlineData("Sat, 31 Feb 2026 23:41:00 GMT", null)]
    [InlineData("Sat, 21 Nov 2026 25:41:00 GMT", null)]
    [InlineData("Sat, 1 Jan 0001 00:00:00 +1400", null)]
    [InlineData("Sat, 21 Nov 2026 23:41:00 +9999", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_time_is_read_or_left_out(string written, string? at) => Assert.Equal(at is null ? null : At(at), MailDate.Read(written));

    [Theory]
    [InlineData("=?Shift_JIS?B?gqCCoA==?=", "ああ")]
    [InlineData("=?EUC-JP?Q?=A4=A2?= x", "あ x")]
    [InlineData("=?utf-8?B?44E=?= =?utf-8?B?gg==?=", "あ")]
    [InlineData("=?utf-7?B?abcd?=", "=?utf-7?B?abcd?=")]
    [InlineData("=?utf-8?B?%%%?=", "=?utf-8?B?%%%?=")]
    [InlineData("a =?us-ascii?Q?b_c?= d", "a b c d")]
    public void Words_of_other_alphabets_are_read_or_stay(string written, string read) => Assert.Equal(read, EncodedWords.Read(written));

    [Fact]
    public void Heads_from_a_mailbox_file_or_with_a_byte_order_mark_are_heads()
    {
        Assert.Equal(EvidenceRead.Mail, Read("From no-reply Sat Nov 21 23:41:09 2026\n" + Confirmation).Kind);
        Assert.Equal(EvidenceRead.Mail, Read("\uFEFF" + Confirmation.ReplaceLineEndings("\r\n")).Kind);
        Assert.Null(MailReading.Read("Dear all,\nDate: tomorrow. Subject: none."u8));
        Assert.Null(MailReading.Read(Encoding.UTF8.GetBytes("ご連絡\nFrom: わたし")));
    }

    [Fact]
    public void A_kept_page_is_told_from_a_mail()
    {
        var read = Read("From: <Saved by Blink>\nSnapshot-Content-Location: https://shop.example/done?code=1\nSubject: Complete\nDate: Sat, 21 Nov 2026 14:41:12 -0000\nMIME-Version: 1.0\n\n");

        Assert.Equal((EvidenceRead.Page, "https://shop.example/done?code=1", "Complete"), (read.Kind, read.Address, read.Subject));
    }

    [Fact]
    public void More_than_anybody_needs_is_cut_and_said()
    {
        var many = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
            many.Append(CultureInfo.InvariantCulture, $"Received: from a{i} by b; Sat, 21 Nov 2026 23:41:09 +0900\n");

        Assert.Null(Read(many + Confirmation, orNull: true)); // one header alone is no mail, however often it is there

        var read = Read("Subject: x\nFrom: a@b.example\n" + many);
        Assert.Equal((40, true), (read.Route!.Count, read.More));
        Assert.True(Read($"Subject: {new string('x', 300_000)}\nFrom: a@b.example\n\n", orNull: true) is null or { Subject.Length: <= 500 });
        var nested = Read($"From: a@b.example\nReceived: from {new string('(', 100_000)} by b; x\nSubject: s\n\n");
        Assert.Single(nested.Route!);
    }

    private static EvidenceRead Read(string text, bool orNull = false) => MailReading.Read(Encoding.UTF8.GetBytes(text)) ?? (orNull ? null! : throw new InvalidOperationException("This is a mail.")); // asked for null

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
}
