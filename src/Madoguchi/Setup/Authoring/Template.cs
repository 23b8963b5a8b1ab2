namespace Madoguchi.Setup.Authoring;

/// <summary>What a new guide begins with: a whole one, to be written over.</summary>
internal static class Template
{
    public const string Text = """
        ---
        title:
          ja: 電源が入らない
          en: It does not switch on
        products: []
        errors: []
        words: [電源, 起動しない, "will not switch on"]
        ways:
          cable:
            title: {ja: 差し込みを確かめる, en: Check the cable}
            minutes: 1
          reset:
            title: {ja: 初めの状態に戻す, en: Reset it}
            minutes: 5
            risk: {ja: 設定が消えます, en: your settings are lost}
            riskMinutes: 10
        ---

        # cable

        ## ja
        1. 電源の線を、奥まで差し直します。
           > 本体の裏と、壁の両方です。
        2. 電源のボタンを3秒押します。

        ## en
        1. Push the power cable in, all the way.
           > Both at the back and in the wall.
        2. Hold the power button for three seconds.

        # reset

        ## ja
        1. 裏の小さな穴を10秒押します。
           > 伸ばしたクリップを使います。

        ## en
        1. Press the little hole at the back for ten seconds.
           > An unbent paper clip does it.

        """;
}
