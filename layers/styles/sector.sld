<?xml version="1.0" encoding="UTF-8"?>
<!--
  The limits of sectors: one thin line that neighbours share. Only the page fills one, when it is chosen.
-->
<!DOCTYPE StyledLayerDescriptor [
  <!-- By day, and by night. -->
  <!ENTITY sector "#3c5470">       <!ENTITY sector-dark "#8fb0d2">
  <!ENTITY sector-halo "#ffffff">  <!ENTITY sector-halo-dark "#0c1218">
]>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>sector</Name>
    <UserStyle>
      <Name>sector</Name>
      <Title>Sectors</Title>
      <!-- A light casing, so that limits are seen on every ground -->
      <FeatureTypeStyle>
        <Rule>
          <Name>halo</Name>
          <Title>Sector limit</Title>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">&sector-halo;</CssParameter>
              <CssParameter name="stroke-opacity">0.72</CssParameter>
              <CssParameter name="stroke-width">4</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <!-- The shared line -->
      <FeatureTypeStyle>
        <Rule>
          <Name>limit</Name>
          <Title>Sector limit</Title>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">&sector;</CssParameter>
              <CssParameter name="stroke-width">1.2</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
              <CssParameter name="stroke-linecap">round</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <!-- Names, where there is room for them -->
      <FeatureTypeStyle>
        <Rule>
          <Name>name</Name>
          <MinScaleDenominator>6250</MinScaleDenominator>
          <MaxScaleDenominator>200000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label><ogc:PropertyName>name</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">IBM Plex Sans</CssParameter>
              <CssParameter name="font-family">DejaVu Sans</CssParameter>
              <CssParameter name="font-size">11</CssParameter>
              <CssParameter name="font-style">normal</CssParameter>
              <CssParameter name="font-weight">bold</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>2</Radius>
              <Fill><CssParameter name="fill">&sector-halo;</CssParameter><CssParameter name="fill-opacity">0.72</CssParameter></Fill>
            </Halo>
            <Fill><CssParameter name="fill">&sector;</CssParameter></Fill>
            <Priority>800</Priority>
            <VendorOption name="charSpacing">0.77</VendorOption>
            <VendorOption name="maxDisplacement">64</VendorOption>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
