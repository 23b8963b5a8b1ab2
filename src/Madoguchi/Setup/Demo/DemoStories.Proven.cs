namespace Madoguchi.Setup.Demo;

public static partial class DemoStories
{
    // Registered in the last hour of a campaign; the page said so, and the product does not know of it.
    private static IReadOnlyList<Story> Proven =>
    [
        new(Hours(5.2), new("昨夜、キャンペーンの登録をして「登録完了」と出たのに、製品のページでは「未登録」のままです。もう一度やると「このコードは使用済みです」と出ます。締め切りは昨日まででした。", "account", "例示 誠", "makoto@customer.example", Language: "ja", Product: "ミナモID",
            Facts: new Dictionary<string, string> { ["osVersion"] = "iOS 18.1" }),
        [
            new Act.AsksForEvidence(Minutes(9), DemoPeople.Aoi, "例示様、締め切りの直前に完了の画面まで進まれたとのこと、いま記録と照らし合わせています。お手元に残っていれば、次のものも助けになります。なくてもお調べします。", "capture", "mail"),
            new Act.ShowsEvidence(Minutes(16), "登録完了.png", TakenBefore: Hours(5.6)),
            new Act.ShowsEvidence(Minutes(7), Headers: """
                Received: by mx.customer.example with SMTP id a1; {2}
                Received: from mail.campaign.example (mail.campaign.example [192.0.2.10]) by mx.customer.example with ESMTPS id b2; {1}
                Received: from web-3 (web-3.internal [10.0.0.3]) by mail.campaign.example with ESMTP id c3; {1}
                Authentication-Results: mx.customer.example; dkim=pass header.i=@campaign.example; spf=pass smtp.mailfrom=no-reply@campaign.example; dmarc=pass header.from=campaign.example
                DKIM-Signature: v=1; a=rsa-sha256; d=campaign.example; s=s1; b=demo
                From: Minamo Campaign <no-reply@campaign.example>
                To: makoto@customer.example
                Subject: =?UTF-8?B?44GU55m76Yyy44Gu56K66KqN55Wq5Y+3?=
                Date: {0}
                Message-ID: <41c3@campaign.example>

                """),
        ]),
    ];
}
